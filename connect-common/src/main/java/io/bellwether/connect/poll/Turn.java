package io.bellwether.connect.poll;

import io.bellwether.connect.offset.Heartbeats;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.source.SourceRecord;

/** When a partition was asked last, and which of its positions Connect has. */
final class Turn<A> {
  final PolledPartition<A> partition;
  Instant lastAsked = Instant.MIN;
  private Map<String, ?> carried;
  private boolean moved;
  private Instant lastHeartbeat = Instant.MIN;

  Turn(PolledPartition<A> partition) {
    this.partition = partition;
    this.carried = partition.position().toMap();
  }

  /** These records are on their way. */
  void emitted(List<SourceRecord> records) {
    if (!records.isEmpty()) {
      carried = records.get(records.size() - 1).sourceOffset();
    }
    moved = !partition.position().toMap().equals(carried);
  }

  /** A heartbeat, when the position has moved past the last record and it is time for one. */
  Optional<SourceRecord> heartbeat(Instant now, Duration interval, Heartbeats heartbeats) {
    if (!moved || untilHeartbeat(now, interval).compareTo(Duration.ZERO) > 0) {
      return Optional.empty();
    }
    SourceRecord record = heartbeats.record(partition.partition(), partition.position(), now);
    emitted(List.of(record));
    lastHeartbeat = now;
    return Optional.of(record);
  }

  /** How long nothing is to be done. */
  Duration idle(Instant now, Duration interval) {
    Instant due = partition.due();
    Duration untilAsked =
        due.equals(Instant.MAX)
            ? Duration.ofDays(1)
            : longer(until(now, due), partition.lane().untilFree());
    return moved ? shorter(untilAsked, untilHeartbeat(now, interval)) : untilAsked;
  }

  private Duration untilHeartbeat(Instant now, Duration interval) {
    return lastHeartbeat.equals(Instant.MIN)
        ? Duration.ZERO
        : until(now, lastHeartbeat.plus(interval));
  }

  private static Duration until(Instant now, Instant then) {
    return then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
