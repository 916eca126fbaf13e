package io.bellwether.connect.slack.sink.api;

import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Ok;
import io.bellwether.connect.remote.Outcome.Reject;
import io.bellwether.connect.remote.Outcome.Retry;
import io.bellwether.connect.remote.Outcome.Scope;
import io.bellwether.connect.remote.RateBudget;
import io.bellwether.connect.slack.SlackChannel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Ids of channels by name. The list of channels is fetched when one is needed that is not in it, or
 * when Slack says that one is gone; for the same channel not again within a minute, because many
 * records for one that does not exist must not use up Slack's budget.
 */
final class ChannelDirectory {
  private static final Duration LOOKED_FOR = Duration.ofMinutes(1);

  /** Ten lists in the busiest minute: half of Tier 2, docs.slack.dev/apis/web-api/rate-limits. */
  private static final Duration LIST_EVERY = Duration.ofSeconds(10);

  private static final int LISTS_AT_ONCE = 4;
  private static final Pattern ID = Pattern.compile("[CGD][A-Z0-9]{6,}");

  private final Supplier<Outcome<List<SlackChannel>>> ask;
  private final Optional<ChannelMaker> maker;
  private final InstantSource clock;
  private final RateBudget budget;

  /** Since when a channel is looked for: a list that is older says nothing about it. */
  private final Map<String, Instant> lookedForSince = new HashMap<>();

  private List<SlackChannel> listed = List.of();
  private Instant listedAt = Instant.MIN;
  private Instant limitedUntil = Instant.MIN;

  /**
   * @param ask all channels that the app can see
   * @param maker of those that are missing; empty if they are to stay so
   */
  ChannelDirectory(
      Supplier<Outcome<List<SlackChannel>>> ask,
      Optional<ChannelMaker> maker,
      InstantSource clock) {
    this.maker = maker;
    this.ask = ask;
    this.clock = clock;
    this.budget = new RateBudget(clock, LIST_EVERY, LISTS_AT_ONCE);
  }

  /** The id of a channel given by name or id; may ask Slack. */
  Outcome<String> id(String nameOrId) {
    Optional<SlackChannel> known = SlackChannel.find(nameOrId, listed);
    if (known.isPresent()) {
      return new Ok<>(known.get().id());
    }
    Outcome<String> found = lookFor(nameOrId, nameOrId);
    if (found instanceof Ok) {
      lookedForSince.remove(nameOrId);
    }
    return found;
  }

  /** Slack says that the channel of this id is gone: one of the same name may have another id. */
  Outcome<String> idInsteadOf(String goneId, String nameOrId) {
    return lookFor(goneId, nameOrId);
  }

  private Outcome<String> lookFor(String missing, String nameOrId) {
    Instant now = clock.instant();
    Instant since =
        lookedForSince.compute(
            missing, (same, before) -> before == null || isOver(before, now) ? now : before);
    return listedAt.isBefore(since)
        ? list(now).then(channels -> idIn(channels, nameOrId))
        : idIn(listed, nameOrId);
  }

  private Outcome<String> make(String name) {
    if (maker.isEmpty() || ID.matcher(name).matches()) {
      return unknown(name);
    }
    Outcome<SlackChannel> made = maker.get().make(name);
    if (made instanceof Ok<SlackChannel> ok) {
      List<SlackChannel> all = new ArrayList<>(listed);
      all.add(ok.value());
      listed = all;
    } else if (made instanceof Retry) {
      listedAt = Instant.MIN;
    }
    return made.map(SlackChannel::id);
  }

  private Outcome<List<SlackChannel>> list(Instant now) {
    if (now.isBefore(limitedUntil)) {
      return later(Duration.between(now, limitedUntil), "Slack limits conversations.list");
    }
    if (!budget.tryTake()) {
      // This is not Slack's wish, so it must hold up no other channel.
      return later(Duration.ZERO, "Channels were listed too often of late");
    }
    Outcome<List<SlackChannel>> answer = ask.get();
    if (answer instanceof Ok<List<SlackChannel>> ok) {
      listed = ok.value();
      listedAt = now;
      lookedForSince.values().removeIf(since -> isOver(since, now));
    } else if (answer instanceof Retry<List<SlackChannel>> retry) {
      limitedUntil = clock.instant().plus(retry.after());
      return later(retry.after(), retry.reason());
    }
    return answer;
  }

  /** A list is only read: asking again does no harm. */
  private static <T> Outcome<T> later(Duration after, String reason) {
    return new Retry<>(after, reason, false);
  }

  private static boolean isOver(Instant since, Instant now) {
    return !now.isBefore(since.plus(LOOKED_FOR));
  }

  private Outcome<String> idIn(List<SlackChannel> channels, String nameOrId) {
    return SlackChannel.find(nameOrId, channels)
        .<Outcome<String>>map(channel -> new Ok<>(channel.id()))
        .orElseGet(() -> make(nameOrId));
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
