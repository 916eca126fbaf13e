package io.bellwether.connect.slack.sink.api;

import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Reject;
import io.bellwether.connect.remote.Outcome.Retry;
import io.bellwether.connect.slack.SlackChannel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Makes channels that are missing. What Slack refuses is not asked again within a minute, because
 * many records for one channel must not use up Slack's budget.
 */
final class ChannelMaker {
  private static final Duration REFUSED_FOR = Duration.ofMinutes(1);
  private static final String TAKEN = "name_taken";

  private final Function<String, Outcome<SlackChannel>> create;
  private final InstantSource clock;
  private final Map<String, Refusal> refusals = new HashMap<>();
  private Instant limitedUntil = Instant.MIN;

  private record Refusal(Reject<SlackChannel> why, Instant until) {}

  /**
   * @param create makes a channel of this name
   */
  ChannelMaker(Function<String, Outcome<SlackChannel>> create, InstantSource clock) {
    this.create = create;
    this.clock = clock;
  }

  /** A {@link Retry} means that the channel may be there by now: it should be looked for. */
  Outcome<SlackChannel> make(String name) {
    Instant now = clock.instant();
    refusals.values().removeIf(refusal -> !now.isBefore(refusal.until()));
    Refusal refusal = refusals.get(name);
    if (refusal != null) {
      return refusal.why();
    }
    if (now.isBefore(limitedUntil)) {
      Duration wait = Duration.between(now, limitedUntil);
      return new Retry<>(wait, "Slack limits conversations.create", false);
    }
    return remember(name, create.apply(name));
  }

  private Outcome<SlackChannel> remember(String name, Outcome<SlackChannel> answer) {
    if (answer instanceof Retry<SlackChannel> retry) {
      limitedUntil = clock.instant().plus(retry.after());
      // No message is in doubt, only the channel.
      return new Retry<>(retry.after(), retry.reason(), false);
    }
    if (answer instanceof Reject<SlackChannel> reject) {
      refusals.put(name, new Refusal(reject, clock.instant().plus(REFUSED_FOR)));
      if (reject.code().equals(TAKEN)) {
        // By another task, or by a call whose answer was lost.
        return new Retry<>(Duration.ZERO, "The channel has been created meanwhile", false);
      }
    }
    return answer;
  }
}
