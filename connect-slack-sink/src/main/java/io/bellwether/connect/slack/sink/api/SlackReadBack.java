package io.bellwether.connect.slack.sink.api;

import com.google.gson.JsonObject;
import io.bellwether.config.Printable;
import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Ok;
import io.bellwether.connect.remote.Outcome.Reject;
import io.bellwether.connect.remote.Outcome.Retry;
import io.bellwether.connect.slack.SlackTs;
import io.bellwether.connect.slack.sink.delivery.Delivery;
import io.bellwether.connect.slack.sink.delivery.ReadBack;
import io.bellwether.connect.slack.sink.delivery.ReadBack.Step.Done;
import io.bellwether.connect.slack.sink.delivery.ReadBack.Step.Failed;
import io.bellwether.connect.slack.sink.delivery.ReadBack.Step.Later;
import io.bellwether.connect.slack.sink.delivery.ReadBack.Step.More;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the alerts of a channel by the metadata of the app's own messages: in {@code
 * conversations.history}, and by {@code conversations.replies} in those of its threads that have
 * replies of the time in question.
 */
final class SlackReadBack implements ReadBack {
  private static final Logger LOG = LoggerFactory.getLogger(SlackReadBack.class);

  private final SlackReader reader;
  private final String channel;
  private final Instant since;
  private final Instant parentsSince;
  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, Instant> found = new HashMap<>();
  private final Deque<String> threads = new ArrayDeque<>();
  private boolean channelRead;
  private String cursor = "";
  private int unmarked;

  /**
   * @param channel name or id
   * @param parentsSince not later than {@code since}
   */
  SlackReadBack(SlackReader reader, String channel, Instant since, Instant parentsSince) {
    this.parentsSince = parentsSince;
    this.reader = reader;
    this.channel = channel;
    this.since = since;
  }

  @Override
  public Step next() {
    Duration wait = reader.untilFree();
    if (!wait.isZero()) {
      return new Later(wait);
    }
    Outcome<JsonObject> answer = page();
    if (answer instanceof Ok<JsonObject> ok) {
      return read(ok.value());
    }
    if (answer instanceof Reject<JsonObject> refused && refused.code().equals("thread_not_found")) {
      return endOfPart();
    }
    if (answer instanceof Reject<JsonObject> refused && refused.code().equals("invalid_cursor")) {
      startAgain();
      return failed(new Retry<>(Duration.ZERO, "Slack no longer knows the page", false));
    }
    return failed(answer);
  }

  private Outcome<JsonObject> page() {
    Map<String, String> arguments = new HashMap<>();
    arguments.put("oldest", SlackTs.of(channelRead ? since : parentsSince));
    if (!cursor.isEmpty()) {
      arguments.put("cursor", cursor);
    }
    return channelRead
        ? reader.replies(channel, threads.element(), arguments)
        : reader.history(channel, arguments);
  }

  private Step read(JsonObject page) {
    for (JsonObject message : SlackMessages.of(page)) {
      if (!reader.isOwn(message)) {
        continue;
      }
      String ts = SlackMessages.text(message, "ts");
      if (!SlackTs.isValid(ts)) {
        continue;
      }
      var ids = AlertMetadata.eventIds(message);
      ids.forEach(id -> found.merge(id, SlackTs.instant(ts), SlackReadBack::later));
      unmarked += ids.isEmpty() ? 1 : 0;
      if (!channelRead) {
        parent(message, ts);
      }
    }
    cursor = SlackMessages.nextCursor(page);
    return cursor.isEmpty() ? endOfPart() : new More();
  }

  private void parent(JsonObject message, String ts) {
    String thread = AlertMetadata.thread(message);
    if (!thread.isEmpty()) {
      parents.merge(
          thread, ts, (one, other) -> SlackTs.ORDER.compare(one, other) < 0 ? other : one);
    }
    if (hasNewReplies(message)) {
      threads.add(ts);
    }
  }

  private Step endOfPart() {
    cursor = "";
    if (channelRead) {
      threads.remove();
    }
    channelRead = true;
    if (!threads.isEmpty()) {
      return new More();
    }
    if (found.isEmpty() && unmarked > 0) {
      LOG.warn(
          "None of the app's {} messages in channel {} since {} has an alert's metadata. If alerts"
              + " are among them, add the scope metadata.message:read to the app and install it"
              + " again: otherwise an alert can be posted twice.",
          unmarked,
          Printable.of(channel),
          since);
    }
    return new Done(found, parents);
  }

  private boolean hasNewReplies(JsonObject message) {
    String latest = SlackMessages.text(message, "latest_reply");
    return SlackTs.isValid(latest) && !SlackTs.instant(latest).isBefore(since);
  }

  private void startAgain() {
    cursor = "";
    channelRead = false;
    threads.clear();
    found.clear();
    parents.clear();
    unmarked = 0;
  }

  private static Step failed(Outcome<JsonObject> answer) {
    if (answer instanceof Reject<JsonObject> reject) {
      return new Failed(
          Deliveries.refused(
              reject.code(), reject.scope(), reject.remedy() + " " + SlackReader.SWITCH));
    }
    // Nothing is posted by reading.
    Retry<JsonObject> retry = (Retry<JsonObject>) answer;
    return new Failed(new Delivery.Retry(retry.after(), retry.reason(), false));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
