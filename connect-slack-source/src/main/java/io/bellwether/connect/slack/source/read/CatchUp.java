package io.bellwether.connect.slack.source.read;

import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Ok;
import io.bellwether.connect.remote.Outcome.Reject;
import io.bellwether.connect.remote.Outcome.Retry;
import io.bellwether.connect.remote.PendingCall;
import io.bellwether.connect.remote.RateBudget;
import io.bellwether.connect.slack.source.api.HistoryReader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.ExponentialBackoff;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what is asked of Slack next: history of the channel that has waited longest, a look at
 * parents, or a thread. History and looks share one of Slack's limits and take turns.
 */
final class CatchUp {
  private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);

  /**
   * How calls are spaced out.
   *
   * @param history for {@code conversations.history}
   * @param replies for {@code conversations.replies}
   * @param reading between two readings of a channel, by whether live events come
   * @param looking between two looks at the parents of a channel, likewise
   */
  record Pace(
      RateBudget history,
      RateBudget replies,
      ExponentialBackoff backoff,
      Function<Boolean, Duration> reading,
      Function<Boolean, Duration> looking) {}

  private final List<ChannelReader> channels;
  private final HistoryReader history;
  private final Pace pace;
  private final InstantSource clock;
  private final PendingCall<Runnable> call;
  private boolean looked;
  private int failures;

  CatchUp(
      List<ChannelReader> channels,
      HistoryReader history,
      Pace pace,
      InstantSource clock,
      PendingCall<Runnable> call) {
    this.channels = channels;
    this.history = history;
    this.pace = pace;
    this.clock = clock;
    this.call = call;
  }

  /** How long nothing is to be done. */
  Duration idle(Instant now) {
    Duration untilHistory = until(now, ChannelReader::due, pace.history());
    Duration untilLook = until(now, ChannelReader::lookDue, pace.history());
    Duration untilReplies = until(now, CatchUp::repliesDue, pace.replies());
    return shorter(untilHistory, shorter(untilLook, untilReplies));
  }

  private static Instant repliesDue(ChannelReader channel) {
    return channel.wantsReplies() ? Instant.MIN : Instant.MAX;
  }

  private Duration until(Instant now, Function<ChannelReader, Instant> due, RateBudget budget) {
    Instant first = channels.stream().map(due).min(Comparator.naturalOrder()).orElse(Instant.MAX);
    if (first.equals(Instant.MAX)) {
      return Duration.ofDays(1);
    }
    Duration untilDue = first.isAfter(now) ? Duration.between(now, first) : Duration.ZERO;
    return longer(untilDue, budget.untilFree());
  }

  /** Starts a call if one is due and within its budget. */
  void startCall(Instant now, boolean isLive) {
    Optional<ChannelReader> thread = waiting(now, CatchUp::repliesDue);
    if (thread.isPresent() && pace.replies().tryTake()) {
      readThread(thread.get(), now);
      return;
    }
    Optional<ChannelReader> reading = waiting(now, ChannelReader::due);
    Optional<ChannelReader> look = waiting(now, ChannelReader::lookDue);
    if ((reading.isEmpty() && look.isEmpty()) || !pace.history().tryTake()) {
      return;
    }
    looked = look.isPresent() && (reading.isEmpty() || !looked);
    if (looked) {
      look(look.get(), now, isLive);
    } else {
      read(reading.get(), now, isLive);
    }
  }

  private Optional<ChannelReader> waiting(Instant now, Function<ChannelReader, Instant> due) {
    return channels.stream()
        .filter(channel -> !due.apply(channel).isAfter(now))
        .min(Comparator.comparing(ChannelReader::lastRead));
  }

  private void read(ChannelReader channel, Instant now, boolean isLive) {
    var query = channel.nextQuery(now);
    ask(
        channel,
        () -> history.read(query),
        pace.history(),
        page -> channel.accept(page, next(pace.reading(), isLive)),
        () -> channel.restartDrain(clock.instant().plus(delay(Duration.ZERO))));
  }

  private void look(ChannelReader channel, Instant now, boolean isLive) {
    var query = channel.nextLook(now);
    ask(
        channel,
        () -> history.look(query),
        pace.history(),
        page -> channel.accept(page, next(pace.looking(), isLive)),
        channel::restartThreads);
  }

  private void readThread(ChannelReader channel, Instant now) {
    var query = channel.nextReplies(now);
    ask(
        channel,
        () -> history.read(query),
        pace.replies(),
        channel::acceptReplies,
        channel::restartThreads);
  }

  private <T> void ask(
      ChannelReader channel,
      Supplier<Outcome<T>> question,
      RateBudget budget,
      Consumer<T> accept,
      Runnable restart) {
    call.start(
        () -> {
          Outcome<T> answer = question.get();
          return () -> take(channel, answer, budget, accept, restart);
        });
  }

  private <T> void take(
      ChannelReader channel,
      Outcome<T> answer,
      RateBudget budget,
      Consumer<T> accept,
      Runnable restart) {
    if (answer instanceof Ok<T> ok) {
      failures = 0;
      accept.accept(ok.value());
    } else if (answer instanceof Retry<T> retry) {
      Duration delay = delay(retry.after());
      budget.pauseFor(delay);
      LOG.warn("The reading of {} waits {}: {}", channel.channelId(), delay, retry.reason());
    } else if (answer instanceof Reject<T> reject) {
      refused(channel, reject, restart);
    }
  }

  private static void refused(ChannelReader channel, Reject<?> reject, Runnable restart) {
    if (reject.code().equals("invalid_cursor")) {
      LOG.warn("The cursor for {} has expired, the pages are read again", channel.channelId());
      restart.run();
    } else if (reject.code().equals("thread_not_found") && channel.wantsReplies()) {
      channel.threadIsGone();
    } else {
      throw new ConnectException(
          "Channel %s of slack.channels cannot be read (%s). %s"
              .formatted(channel.channelId(), reject.code(), reject.remedy()));
    }
  }

  private Instant next(Function<Boolean, Duration> interval, boolean isLive) {
    return clock.instant().plus(interval.apply(isLive));
  }

  private Duration delay(Duration asked) {
    return longer(asked, Duration.ofMillis(pace.backoff().backoff(failures++)));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
