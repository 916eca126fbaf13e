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
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads pages of messages and maps them. Blocks; not for the task's thread. */
public final class HistoryReader implements History {
  private static final Logger LOG = LoggerFactory.getLogger(HistoryReader.class);

  private final SlackApi api;
  private final FeedbackMapper mapper;
  private final int pageSize;

  public HistoryReader(SlackApi api, FeedbackMapper mapper, int pageSize) {
    this.api = api;
    this.mapper = mapper;
    this.pageSize = pageSize;
  }

  @Override
  public Outcome<HistoryPage> read(HistoryQuery query) {
    return api.history(arguments(query))
        .then(HistoryReader::whole)
        .map(page -> new HistoryPage(said(query.channelId(), page), cursor(page)));
  }

  @Override
  public Outcome<WindowPage> look(HistoryQuery query, Optional<String> editedSince) {
    return api.history(arguments(query))
        .then(HistoryReader::whole)
        .map(
            page ->
                new WindowPage(
                    shown(page), edited(query.channelId(), page, editedSince), cursor(page)));
  }

  @Override
  public Outcome<HistoryPage> read(RepliesQuery query) {
    Map<String, String> arguments = arguments(query.channelId(), query.oldest(), query.cursor());
    arguments.put("ts", query.parent());
    return api.replies(arguments)
        .then(HistoryReader::whole)
        .map(page -> new HistoryPage(replies(query, page), cursor(page)));
  }

  private Map<String, String> arguments(HistoryQuery query) {
    Map<String, String> arguments = arguments(query.channelId(), query.oldest(), query.cursor());
    arguments.put("latest", query.latest());
    arguments.put("inclusive", "true");
    return arguments;
  }

  private Map<String, String> arguments(String channelId, String oldest, String cursor) {
    Map<String, String> arguments = new LinkedHashMap<>();
    arguments.put("channel", channelId);
    arguments.put("oldest", oldest);
    arguments.put("limit", String.valueOf(pageSize));
    arguments.put("include_all_metadata", "true");
    if (!cursor.isEmpty()) {
      arguments.put("cursor", cursor);
    }
    return arguments;
  }

  /** More messages but no cursor to them would be a silent gap: better ask again. */
  private static Outcome<JsonObject> whole(JsonObject answer) {
    return hasMore(answer) && cursor(answer).isEmpty()
        ? new Outcome.Retry<>(Duration.ZERO, "Slack has more messages but names no page", false)
        : new Outcome.Ok<>(answer);
  }

  private static boolean hasMore(JsonObject answer) {
    return Messages.text(answer, "has_more").filter("true"::equals).isPresent();
  }

  private static String cursor(JsonObject answer) {
    return Messages.object(answer, "response_metadata")
        .flatMap(metadata -> Messages.text(metadata, "next_cursor"))
        .filter(cursor -> hasMore(answer))
        .orElse("");
  }

  private List<Said> said(String channelId, JsonObject page) {
    return messages(channelId, page).stream()
        .map(message -> Messages.read(channelId, message))
        .map(mapper::map)
        .toList();
  }

  /** Each page may begin with the parent; replies that the channel shows too come from there. */
  private List<Said> replies(RepliesQuery query, JsonObject page) {
    return messages(query.channelId(), page).stream()
        .map(message -> Messages.read(query.channelId(), message))
        .filter(message -> message.parent().equals(Optional.of(query.parent())))
        .filter(SlackMessage::isReply)
        .map(mapper::map)
        .toList();
  }

  private List<Said> edited(String channelId, JsonObject page, Optional<String> since) {
    return messages(channelId, page).stream()
        .map(message -> Messages.read(channelId, message))
        .filter(message -> message.editedTs().filter(ts -> isSince(ts, since)).isPresent())
        .map(message -> mapper.edited(message, Optional.empty()))
        .toList();
  }

  private static boolean isSince(String ts, Optional<String> since) {
    return since.filter(from -> SlackTs.ORDER.compare(ts, from) >= 0).isPresent();
  }

  private static List<WindowPage.Shown> shown(JsonObject page) {
    return messages("of the window", page).stream().map(Messages::shown).toList();
  }

  private static List<JsonObject> messages(String channelId, JsonObject page) {
    List<JsonObject> messages = new ArrayList<>();
    JsonElement array = page.get("messages");
    if (array == null || !array.isJsonArray()) {
      return messages;
    }
    for (JsonElement element : array.getAsJsonArray()) {
      if (element.isJsonObject()
          && Messages.text(element.getAsJsonObject(), "ts").filter(SlackTs::isValid).isPresent()) {
        messages.add(element.getAsJsonObject());
      } else {
        LOG.warn("A message of channel {} without a timestamp is left out", channelId);
      }
    }
    return messages;
  }
}
