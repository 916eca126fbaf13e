package io.bellwether.quickstart.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What the analyzer made of one version of a Slack message.
 *
 * @param channelId the channel it stands in
 * @param ts its identity there
 * @param version 0 for the message as first said, more after an edit
 * @param score 0 bad to 1 good; null where it could not be scored
 * @param outcome negative, positive, neutral, unscored
 * @param reason why it could not be scored, else null
 */
public record Score(
    String channelId, String ts, long version, Double score, String outcome, String reason) {
  private static final String SLACK = "slack";
  private static final int PARTS = 5;

  /** From a record of an outcome topic; empty where that is not about a Slack message. */
  static Optional<Score> of(JsonNode value) {
    String[] id = value.path("event_id").asText().split(":");
    if (id.length != PARTS || !id[0].equals(SLACK)) {
      return Optional.empty();
    }
    JsonNode score = value.path("score");
    return Optional.of(
        new Score(
            id[2],
            id[3],
            value.path("event_version").asLong(),
            score.isNumber() ? score.doubleValue() : null,
            value.path("outcome").asText(),
            value.path("reason").asText(null)));
  }
}
