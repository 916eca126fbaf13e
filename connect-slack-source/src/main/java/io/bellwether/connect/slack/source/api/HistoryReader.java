package io.bellwether.connect.slack.source.api;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.slack.SlackApi;
import io.bellwether.connect.slack.SlackTs;
import io.bellwether.connect.slack.source.mapping.FeedbackMapper;
import io.bellwether.connect.slack.source.mapping.Said;
import io.bellwether.connect.slack.source.mapping.SlackMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads pages of {@code conversations.history} and maps them. Blocks; not for the task's thread.
 */
public final class HistoryReader {
  private static final Logger LOG = LoggerFactory.getLogger(HistoryReader.class);

  private final SlackApi api;
  private final FeedbackMapper mapper;
  private final int pageSize;

  public HistoryReader(SlackApi api, FeedbackMapper mapper, int pageSize) {
    this.api = api;
    this.mapper = mapper;
    this.pageSize = pageSize;
  }

  /** Reads one page. */
  public Outcome<HistoryPage> read(HistoryQuery query) {
    Map<String, String> arguments = new LinkedHashMap<>();
    arguments.put("channel", query.channelId());
    arguments.put("oldest", query.oldest());
    arguments.put("latest", query.latest());
    arguments.put("inclusive", "true");
    arguments.put("limit", String.valueOf(pageSize));
    arguments.put("include_all_metadata", "true");
    if (!query.cursor().isEmpty()) {
      arguments.put("cursor", query.cursor());
    }
    return api.history(arguments).then(answer -> page(query.channelId(), answer));
  }

  /** More messages but no cursor to them would be a silent gap: better ask again. */
  private Outcome<HistoryPage> page(String channelId, JsonObject answer) {
    boolean hasMore = Messages.text(answer, "has_more").filter("true"::equals).isPresent();
    String cursor =
        Messages.object(answer, "response_metadata")
            .flatMap(metadata -> Messages.text(metadata, "next_cursor"))
            .orElse("");
    if (hasMore && cursor.isEmpty()) {
      return new Outcome.Retry<>(Duration.ZERO, "Slack has more messages but names no page", false);
    }
    return new Outcome.Ok<>(
        new HistoryPage(said(channelId, answer.get("messages")), hasMore ? cursor : ""));
  }

  private List<Said> said(String channelId, JsonElement messages) {
    List<Said> said = new ArrayList<>();
    if (messages == null || !messages.isJsonArray()) {
      return said;
    }
    for (JsonElement element : messages.getAsJsonArray()) {
      SlackMessage message =
          Messages.read(
              channelId, element.isJsonObject() ? element.getAsJsonObject() : new JsonObject());
      if (SlackTs.isValid(message.ts())) {
        said.add(mapper.map(message));
      } else {
        LOG.warn("A message of channel {} without a timestamp is left out", channelId);
      }
    }
    return said;
  }
}
