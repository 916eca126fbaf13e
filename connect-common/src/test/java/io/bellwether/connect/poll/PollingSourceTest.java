package io.bellwether.connect.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bellwether.connect.MovableClock;
import io.bellwether.connect.metrics.Meters;
import io.bellwether.connect.metrics.ReadMeters;
import io.bellwether.connect.offset.Heartbeats;
import io.bellwether.connect.offset.SourcePartition;
import io.bellwether.connect.offset.SourcePosition;
import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Ok;
import io.bellwether.connect.remote.Outcome.Reject;
import io.bellwether.connect.remote.Outcome.Retry;
import io.bellwether.connect.remote.Outcome.Scope;
import io.bellwether.connect.remote.RateBudget;
import io.bellwether.connect.remote.RetryClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.ExponentialBackoff;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PollingSourceTest {
  private static final Duration INTERVAL = Duration.ofSeconds(10);
  private final MovableClock clock = new MovableClock();
  private final PollLoop loop = new PollLoop("test-call");
  private final List<String> asked = new ArrayList<>();
  private final Numbers first = new Numbers("first", lane("one"));
  private final Numbers second = new Numbers("second", lane("two"));
  private final PollingSource<Integer> source =
      new PollingSource<>(
          List.of(first, second),
          new Heartbeats("heartbeats", "test"),
          INTERVAL,
          new ReadMeters(Meters.none(), clock, "records", "pages", "gaps"),
          clock,
          loop);

  @AfterEach
  void stop() {
    loop.close();
  }

  private Lane lane(String name) {
    return new Lane(
        name,
        RateBudget.perMinute(clock, 60_000),
        new RetryClock(clock, new ExponentialBackoff(1000, 2, 60_000, 0)));
  }

  /** One call from question to answer; what was made of it. */
  private List<SourceRecord> turn() {
    clock.advance(Duration.ofMillis(1));
    List<SourceRecord> records = new ArrayList<>(source.read());
    if (loop.isAsking()) {
      await().until(loop::takeAnswer);
      records.addAll(source.read());
      if (loop.isAsking()) {
        await().until(loop::takeAnswer);
      }
    }
    return records;
  }

  @Test
  void whoHasWaitedLongestIsNext() {
    turn();
    turn();
    turn();
    assertThat(asked.subList(0, 4)).containsExactly("first", "second", "first", "second");
  }

  @Test
  void whereNothingMatchesThePositionTravelsOnAHeartbeat() {
    first.matches = false;
    second.dueAt = Instant.MAX;
    List<SourceRecord> records = new ArrayList<>();
    await().until(() -> records.addAll(turn()) && !records.isEmpty());
    assertThat(records)
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.topic()).isEqualTo("heartbeats");
              assertThat(record.sourceOffset()).isEqualTo(Map.of("at", 1));
            });
    assertThat(turn()).as("not before its interval").isEmpty();
    clock.advance(INTERVAL);
    assertThat(turn()).hasSize(1);
  }

  @Test
  void troubleOfOneLaneLeavesTheOthersAlone() {
    first.answer = new Retry<>(Duration.ofMinutes(1), "trouble", true);
    turn();
    asked.clear();
    turn();
    turn();
    assertThat(asked).isNotEmpty().containsOnly("second");
    first.answer = null;
    clock.advance(Duration.ofMinutes(1));
    asked.clear();
    turn();
    assertThat(asked).contains("first");
  }

  @Test
  void aRefusalReachesThePartition() {
    first.answer = new Reject<>(Scope.ITEM, "gone", "It is gone.");
    assertThatThrownBy(this::turn)
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("It is gone.");
  }

  /** Gives a number a page. */
  private final class Numbers implements PolledPartition<Integer> {
    private final String name;
    private final Lane lane;
    private int at;
    Instant dueAt = Instant.MIN;
    boolean matches = true;
    Outcome<Integer> answer;

    Numbers(String name, Lane lane) {
      this.name = name;
      this.lane = lane;
    }

    @Override
    public SourcePartition partition() {
      return () -> new HashMap<>(Map.of("name", name));
    }

    @Override
    public SourcePosition position() {
      int now = at;
      return () -> Map.of("at", now);
    }

    @Override
    public Lane lane() {
      return lane;
    }

    @Override
    public Instant due() {
      return dueAt;
    }

    @Override
    public Supplier<Outcome<Integer>> question(Instant now) {
      asked.add(name);
      Outcome<Integer> given = answer == null ? new Ok<>(at + 1) : answer;
      return () -> given;
    }

    @Override
    public List<SourceRecord> accept(Integer number, Instant now) {
      at = number;
      return matches
          ? List.of(
              new SourceRecord(
                  partition().toMap(), position().toMap(), "numbers", null, null, number))
          : List.of();
    }

    @Override
    public List<SourceRecord> refused(Reject<Integer> refusal, Instant now) {
      throw new ConnectException(refusal.remedy());
    }
  }
}
