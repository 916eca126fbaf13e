package io.bellwether.connect.slack.sink.api;

import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Ok;
import io.bellwether.connect.remote.Outcome.Reject;
import io.bellwether.connect.remote.Outcome.Retry;
import io.bellwether.connect.remote.Outcome.Scope;
import io.bellwether.connect.slack.SlackChannel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Ids of channels by name. The list is fetched when a channel is needed that is not in it, at most
 * once a minute: many records for a channel that does not exist must not use up Slack's budget.
 */
final class ChannelDirectory {
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final Supplier<Outcome<List<SlackChannel>>> ask;
  private final InstantSource clock;
  private List<SlackChannel> listed = new ArrayList<>();
  private Instant askAgain = Instant.MIN;
  private boolean limited;

  /**
   * @param ask all channels that the app can see
   */
  ChannelDirectory(Supplier<Outcome<List<SlackChannel>>> ask, InstantSource clock) {
    this.ask = ask;
    this.clock = clock;
  }

  /** The id of a channel given by name or id; may ask Slack. */
  Outcome<String> id(String nameOrId) {
    Optional<SlackChannel> known = SlackChannel.find(nameOrId, listed);
    if (known.isPresent()) {
      return new Ok<>(known.get().id());
    }
    Instant now = clock.instant();
    if (now.isBefore(askAgain)) {
      return limited
          ? new Retry<>(Duration.between(now, askAgain), "Slack limits conversations.list", false)
          : unknown(nameOrId);
    }
    return refresh(now).then(channels -> idIn(channels, nameOrId));
  }

  /** Slack says that this id is no more: a channel of the same name may have another one. */
  void forget(String id) {
    listed.removeIf(channel -> channel.id().equals(id));
  }

  private Outcome<List<SlackChannel>> refresh(Instant now) {
    Outcome<List<SlackChannel>> answer = ask.get();
    limited = answer instanceof Retry;
    if (answer instanceof Ok<List<SlackChannel>> ok) {
      listed = new ArrayList<>(ok.value());
      askAgain = now.plus(FRESH);
    } else if (answer instanceof Retry<List<SlackChannel>> retry) {
      askAgain = clock.instant().plus(retry.after());
      // A list is only read: asking again does no harm.
      return new Retry<>(retry.after(), retry.reason(), false);
    }
    return answer;
  }

  private static Outcome<String> idIn(List<SlackChannel> channels, String nameOrId) {
    return SlackChannel.find(nameOrId, channels)
        .<Outcome<String>>map(channel -> new Ok<>(channel.id()))
        .orElseGet(() -> unknown(nameOrId));
  }

  private static Outcome<String> unknown(String nameOrId) {
    return new Reject<>(
        Scope.ITEM,
        "channel_not_found",
        "The app sees no channel '"
            + nameOrId
            + "': create it or correct the name; to a private channel the app must be invited.");
  }
}
