package io.bellwether.connect.slack.source.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.connect.feedback.FeedbackRecords;
import io.bellwether.connect.metrics.Meters;
import io.bellwether.connect.offset.Heartbeats;
import io.bellwether.connect.poll.PollLoop;
import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.slack.SlackTs;
import io.bellwether.connect.slack.source.api.History;
import io.bellwether.connect.slack.source.api.HistoryPage;
import io.bellwether.connect.slack.source.api.HistoryQuery;
import io.bellwether.connect.slack.source.api.RepliesQuery;
import io.bellwether.connect.slack.source.api.WindowPage;
import io.bellwether.connect.slack.source.mapping.Said;
import io.bellwether.connect.slack.source.offset.SlackPartition;
import io.bellwether.connect.slack.source.offset.SlackPosition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.ExponentialBackoff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A day of polling by a clock of the test's own, against a Slack that only counts. */
@Timeout(120)
class PollingDayTest {
  private static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");
  private static final int CHANNELS = 4;
  private static final int PAGE = 200;

  private Instant now = BEGIN;
  private final InstantSource clock = () -> now;
  private final CountingSlack slack = new CountingSlack();
  private final PollLoop loop = new PollLoop("test-call");
  private final MethodBudget history = new MethodBudget("history", clock, 45);
  private final MethodBudget replies = new MethodBudget("replies", clock, 45);
  private final List<ChannelReader> channels =
      IntStream.range(0, CHANNELS).mapToObj(n -> channel("C" + n)).toList();
  private final CatchUp catchUp =
      new CatchUp(
          channels,
          slack,
          () -> new Outcome.Ok<>("alive"),
          new CatchUp.Pace(
              history,
              replies,
              PAGE,
              new ExponentialBackoff(500, 2, 60_000, 0.2),
              live -> Duration.ofSeconds(5),
              live -> Duration.ofSeconds(60)),
          new SourceMeters(Meters.none(), clock),
          clock,
          loop);

  @AfterEach
  void stop() {
    loop.close();
  }

  private static ChannelReader channel(String id) {
    return new ChannelReader(
        new ChannelLedger(
            new SlackPartition("T1", id),
            Optional.empty(),
            SlackPosition.at(SlackTs.of(BEGIN.minus(Duration.ofDays(7)))),
            new Watching(Duration.ofDays(7).toSeconds(), true, false, false),
            new FeedbackRecords("feedback"),
            new Heartbeats("heartbeats", "slack")),
        null);
  }

  private void pollFor(Duration time) {
    Instant end = now.plus(time);
    while (now.isBefore(end)) {
      loop.takeAnswer();
      channels.forEach(this::emitAll);
      if (!loop.isAsking()) {
        catchUp.startCall(now, false);
      }
      if (loop.isAsking()) {
        Thread.onSpinWait();
      } else {
        Duration idle = catchUp.idle(now);
        now = now.plus(idle.isZero() ? Duration.ofMillis(1) : idle);
      }
    }
  }

  private void emitAll(ChannelReader channel) {
    while (channel.hasDrained()) {
      channel.nextDrained();
    }
  }

  @Test
  void aDayStaysInsideEveryBudget() {
    pollFor(Duration.ofDays(1));
    assertThat(slack.busiestMinute(slack.historyCalls)).isBetween(30, 46);
    assertThat(slack.busiestMinute(slack.threadCalls)).isBetween(1, 46);
    assertThat(slack.historyCalls.size()).isLessThanOrEqualTo(45 * 60 * 24 + 1);
    assertThat(slack.refused).isZero();
  }

  @Test
  void theSmallRegimeIsNoticedAndObeyed() {
    slack.small = true;
    pollFor(Duration.ofHours(6));
    assertThat(history.isSmall() || history.perMinute() <= 2).isTrue();
    assertThat(slack.insideRetryAfter).isZero();
    assertThat(slack.refused).as("calls that were too many").isLessThan(60);
    assertThat(slack.historyCalls.size()).isBetween(200, 361);
  }

  @Test
  void afterTheSmallRegimePollingComesBackToItsPace() {
    slack.small = true;
    pollFor(Duration.ofHours(1));
    slack.small = false;
    pollFor(Duration.ofHours(5));
    assertThat(history.perMinute()).isEqualTo(45);
    assertThat(history.isSmall()).isFalse();
  }

  /** Each channel has a message every two hours and a thread that goes on all day. */
  private final class CountingSlack implements History {
    final List<Instant> historyCalls = new ArrayList<>();
    final List<Instant> threadCalls = new ArrayList<>();
    boolean small;
    int refused;
    int insideRetryAfter;
    private final Limit historyLimit = new Limit();
    private final Limit threadLimit = new Limit();

    @Override
    public Outcome<HistoryPage> read(HistoryQuery query) {
      return historyLimit
          .asked(historyCalls)
          .map(
              unused -> {
                List<String> found = found(query);
                return new HistoryPage(
                    page(found).stream()
                        .map(ts -> new Said(query.channelId(), ts, Optional.empty()))
                        .toList(),
                    cursor(found));
              });
    }

    @Override
    public Outcome<WindowPage> look(HistoryQuery query, Optional<String> editedSince) {
      return historyLimit
          .asked(historyCalls)
          .map(
              unused -> {
                List<String> found = found(query);
                String latest = SlackTs.of(now.minusSeconds(30));
                return new WindowPage(
                    page(found).stream()
                        .map(ts -> new WindowPage.Shown(ts, false, 3, latest))
                        .limit(20)
                        .toList(),
                    List.of(),
                    cursor(found));
              });
    }

    @Override
    public Outcome<HistoryPage> read(RepliesQuery query) {
      return threadLimit.asked(threadCalls).map(unused -> new HistoryPage(List.of(), ""));
    }

    /** In the small regime one call a minute. */
    private final class Limit {
      private Instant free = Instant.MIN;
      private Instant told = Instant.MIN;

      Outcome<String> asked(List<Instant> calls) {
        insideRetryAfter += now.isBefore(told) ? 1 : 0;
        if (small && now.isBefore(free)) {
          refused++;
          told = free;
          return new Outcome.Retry<>(Duration.between(now, free), "too many", false);
        }
        calls.add(now);
        free = now.plusSeconds(60);
        return new Outcome.Ok<>("");
      }
    }

    /** Newest first, from the cursor on. */
    private List<String> found(HistoryQuery query) {
      String latest = query.cursor().isEmpty() ? SlackTs.of(now) : query.cursor();
      return Stream.iterate(
              BEGIN.minus(Duration.ofDays(7)), at -> !at.isAfter(now), at -> at.plusSeconds(7200))
          .map(SlackTs::of)
          .filter(ts -> SlackTs.ORDER.compare(ts, query.oldest()) >= 0)
          .filter(ts -> SlackTs.ORDER.compare(ts, latest) <= 0)
          .sorted(SlackTs.ORDER.reversed())
          .toList();
    }

    private List<String> page(List<String> found) {
      return found.subList(0, Math.min(found.size(), small ? 15 : PAGE));
    }

    private String cursor(List<String> found) {
      int size = small ? 15 : PAGE;
      return found.size() > size ? found.get(size) : "";
    }

    int busiestMinute(List<Instant> calls) {
      int most = 0;
      int from = 0;
      for (int to = 0; to < calls.size(); to++) {
        while (!calls.get(from).isAfter(calls.get(to).minusSeconds(60))) {
          from++;
        }
        most = Math.max(most, to - from + 1);
      }
      return most;
    }
  }
}
