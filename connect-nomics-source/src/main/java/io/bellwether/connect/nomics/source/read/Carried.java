package io.bellwether.connect.nomics.source.read;

import io.bellwether.connect.offset.Heartbeats;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;

/** Sees to it that every position reaches Connect: on a trade, or after a while on a heartbeat. */
final class Carried {
  private final Heartbeats heartbeats;
  private final Duration interval;

  /** Markets whose position no record carries, and since when, the oldest first. */
  private final Map<MarketReader, Instant> waiting = new LinkedHashMap<>();

  /**
   * @param interval how long a position may wait for a trade
   */
  Carried(Heartbeats heartbeats, Duration interval) {
    this.heartbeats = heartbeats;
    this.interval = interval;
  }

  /** Records of a market are on their way, or none came of its page. */
  void emitted(MarketReader reader, List<SourceRecord> records, Instant now) {
    reader.emitted(records);
    if (reader.hasMoved()) {
      waiting.putIfAbsent(reader, now);
    } else {
      waiting.remove(reader);
    }
  }

  /** The heartbeats that are due. */
  List<SourceRecord> heartbeats(Instant now) {
    List<SourceRecord> due = new ArrayList<>();
    var entries = waiting.entrySet().iterator();
    while (entries.hasNext()) {
      var entry = entries.next();
      if (entry.getValue().plus(interval).isAfter(now)) {
        break;
      }
      MarketReader reader = entry.getKey();
      SourceRecord record = heartbeats.record(reader.partition(), reader.position(), now);
      reader.emitted(List.of(record));
      due.add(record);
      entries.remove();
    }
    return due;
  }

  /** How long until one is due. */
  Duration untilHeartbeat(Instant now) {
    if (waiting.isEmpty()) {
      return Duration.ofDays(1);
    }
    Instant due = waiting.values().iterator().next().plus(interval);
    return due.isAfter(now) ? Duration.between(now, due) : Duration.ZERO;
  }
}
