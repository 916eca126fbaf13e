package io.bellwether.connect.slack.sink.api;

import com.google.gson.JsonObject;
import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Ok;
import io.bellwether.connect.remote.Outcome.Retry;
import io.bellwether.connect.remote.RateBudget;
import io.bellwether.connect.slack.SlackApi;
import io.bellwether.connect.slack.SlackIdentity;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The reading calls of all looks into channels, within one budget: history and replies are of Tier
 * 3, about 50 a minute each, and the Slack source may read with the same app.
 */
final class SlackReader {
  /** Completes the remedy of whatever keeps a channel from being read. */
  static final String SWITCH =
      "The sink reads what it has posted so as not to post it twice; read.back.enabled=false goes"
          + " without.";

  private static final String PAGE = "500";

  private final SlackApi slack;
  private final ChannelDirectory channels;
  private final RateBudget budget;
  private SlackIdentity self;

  SlackReader(SlackApi slack, ChannelDirectory channels, RateBudget budget) {
    this.slack = slack;
    this.channels = channels;
    this.budget = budget;
  }

  /** How long until the next call may be made. */
  Duration untilFree() {
    return budget.untilFree();
  }

  Outcome<JsonObject> history(String channel, Map<String, String> arguments) {
    return ask(channel, arguments, slack::history);
  }

  Outcome<JsonObject> replies(String channel, String parent, Map<String, String> arguments) {
    Map<String, String> all = new HashMap<>(arguments);
    all.put("ts", parent);
    return ask(channel, all, slack::replies);
  }

  /** Whether this app posted the message: others can write the same metadata. */
  boolean isOwn(JsonObject message) {
    return self.botId() == null
        ? self.userId().equals(SlackMessages.text(message, "user"))
        : self.botId().equals(SlackMessages.text(message, "bot_id"));
  }

  private Outcome<JsonObject> ask(
      String channel,
      Map<String, String> arguments,
      Function<Map<String, String>, Outcome<JsonObject>> call) {
    return self()
        .then(known -> channels.id(channel))
        .then(
            id -> {
              Map<String, String> all = new HashMap<>(arguments);
              all.put("channel", id);
              all.put("include_all_metadata", "true");
              all.put("limit", PAGE);
              budget.tryTake();
              Outcome<JsonObject> answer = call.apply(all);
              if (answer instanceof Retry<JsonObject> retry) {
                budget.pauseFor(retry.after());
              }
              return answer;
            });
  }

  private Outcome<SlackIdentity> self() {
    if (self != null) {
      return new Ok<>(self);
    }
    Outcome<SlackIdentity> answer = slack.identity();
    if (answer instanceof Ok<SlackIdentity> ok) {
      self = ok.value();
    } else if (answer instanceof Retry<SlackIdentity> retry) {
      // Every look begins with this question: the next channel's would ask inside the limit.
      budget.pauseFor(retry.after());
    }
    return answer;
  }
}
