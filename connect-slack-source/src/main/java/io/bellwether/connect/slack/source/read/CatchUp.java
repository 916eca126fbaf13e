package io.bellwether.connect.slack.source.read;

import io.bellwether.connect.poll.PollLoop;
import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Ok;
import io.bellwether.connect.remote.Outcome.Reject;
import io.bellwether.connect.remote.Outcome.Retry;
import io.bellwether.connect.remote.RetryClock;
import io.bellwether.connect.slack.source.api.History;
import io.bellwether.connect.slack.source.api.HistoryPage;
import io.bellwether.connect.slack.source.api.WindowPage;
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

  /** How long Slack may be silent before it is asked for a sign of life. */
  private static final Duration SILENCE = Duration.ofSeconds(30);

  /**
   * How calls are spaced out.
   *
   * @param history for {@code conversations.history}
   * @param replies for {@code conversations.replies}
   * @param pageSize how many messages are asked for at once
   * @param reading between two readings of a channel, by whether live events come
   * @param looking between two looks at the parents of a channel, likewise
   */
  record Pace(
      MethodBudget history,
      MethodBudget replies,
      int pageSize,
      ExponentialBackoff backoff,
      Function<Boolean, Duration> reading,
      Function<Boolean, Duration> looking) {}

  private final List<ChannelReader> channels;
  private final History history;
  private final Pace pace;
  private final InstantSource clock;
  private final PollLoop loop;
  private final RetryClock retries;
  private final Supplier<? extends Outcome<?>> signOfLife;
  private final SourceMeters meters;
  private Instant nextSign = Instant.MIN;
  private boolean looked;

  /**
   * @param signOfLife a call that tells whether Slack still takes the token
   */
  CatchUp(
      List<ChannelReader> channels,
      History history,
      Supplier<? extends Outcome<?>> signOfLife,
      Pace pace,
      SourceMeters meters,
      InstantSource clock,
      PollLoop loop) {
    this.signOfLife = signOfLife;
    this.meters = meters;
    this.channels = channels;
    this.history = history;
    this.pace = pace;
    this.clock = clock;
    this.loop = loop;
    this.retries = new RetryClock(clock, pace.backoff());
  }

  /** How long nothing is to be done. */
  Duration idle(Instant now) {
    Duration untilHistory = until(now, ChannelReader::due, pace.history());
    Duration untilLook = until(now, ChannelReader::lookDue, pace.history());
    Duration untilReplies = until(now, CatchUp::repliesDue, pace.replies());
    return shorter(SILENCE, shorter(untilHistory, shorter(untilLook, untilReplies)));
  }

  private static Instant repliesDue(ChannelReader channel) {
    return channel.wantsReplies() ? Instant.MIN : Instant.MAX;
  }

  private Duration until(Instant now, Function<ChannelReader, Instant> due, MethodBudget budget) {
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
      askForLife(now);
      return;
    }
    looked = look.isPresent() && (reading.isEmpty() || !looked);
    if (looked) {
      look(look.get(), now, isLive);
    } else {
      read(reading.get(), now, isLive);
    }
  }

  /** Without it, a token that was revoked would show only at the next reading. */
  private void askForLife(Instant now) {
    if (meters.silence().compareTo(SILENCE) > 0 && !nextSign.isAfter(now)) {
      nextSign = now.plus(SILENCE);
      loop.ask(signOfLife, this::takeSign);
    }
  }

  private void takeSign(Outcome<?> answer) {
    if (answer instanceof Ok<?>) {
      meters.answered();
    } else if (answer instanceof Reject<?> reject) {
      throw new ConnectException(
          "Slack refuses the connector (" + reject.code() + "). " + reject.remedy());
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
        () -> channel.restartDrain(clock.instant().plus(retries.failed(Duration.ZERO))));
  }

  private void look(ChannelReader channel, Instant now, boolean isLive) {
    var query = channel.nextLook(now);
    var editedSince = channel.editedSince();
    ask(
        channel,
        () -> history.look(query, editedSince),
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
      MethodBudget budget,
      Consumer<T> accept,
      Runnable restart) {
    loop.ask(question, answer -> take(channel, answer, budget, accept, restart));
  }

  private <T> void take(
      ChannelReader channel,
      Outcome<T> answer,
      MethodBudget budget,
      Consumer<T> accept,
      Runnable restart) {
    if (answer instanceof Ok<T> ok) {
      retries.succeeded();
      meters.answered();
      meters.reading().page();
      accept.accept(ok.value());
      noteSize(ok.value());
      meters.small(pace.history().isSmall() || pace.replies().isSmall());
      if (channels.stream().noneMatch(any -> any.isBehind(clock.instant()))) {
        meters.reading().caughtUp();
      }
    } else if (answer instanceof Retry<T> retry) {
      Duration delay = retries.failed(retry.after());
      if (isRefusal(retry)) {
        budget.refused(delay);
      } else {
        budget.pauseFor(delay);
      }
      LOG.warn("The reading of {} waits {}: {}", channel.channelId(), delay, retry.reason());
    } else if (answer instanceof Reject<T> reject) {
      refused(channel, reject, restart);
    }
  }

  /** Slack's 429 tells for how long; nothing else is sure to have had no effect. */
  private static boolean isRefusal(Retry<?> retry) {
    return !retry.after().isZero() && !retry.maybeDone();
  }

  /** Slack may cut any page short, but hardly ever to this very size. */
  private void noteSize(Object page) {
    boolean isShort =
        page instanceof HistoryPage read
            ? read.hasMore() && read.messages().size() == MethodBudget.SMALL_PAGE
            : page instanceof WindowPage look
                && look.hasMore()
                && look.shown().size() == MethodBudget.SMALL_PAGE;
    if (isShort && pace.pageSize() > MethodBudget.SMALL_PAGE) {
      pace.history().shortPage();
      pace.replies().shortPage();
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

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
