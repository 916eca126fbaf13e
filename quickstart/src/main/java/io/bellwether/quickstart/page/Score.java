package io.bellwether.quickstart.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What the analyzer made of one version of a message.
 *
 * @param channelId the channel or room it stands in
 * @param ts its identity there
 * @param version 0 for the message as first said, more after an edit
 * @param score 0 bad to 1 good; null where it could not be scored
 * @param outcome negative, positive, neutral, unscored
 * @param reason why it could not be scored, else null
 */
public record Score(
    String channelId, String ts, long version, Double score, String outcome, String reason) {
  /** From a record of an outcome topic; empty where the page shows no such message. */
  static Optional<Score> of(JsonNode value) {
    JsonNode score = value.path("score");
    return Said.of(value.path("event_id").asText())
        .map(
            said ->
                new Score(
                    said.channelId(),
                    said.ts(),
                    said.version(),
                    score.isNumber() ? score.doubleValue() : null,
                    value.path("outcome").asText(),
                    value.path("reason").asText(null)));
  }
}
