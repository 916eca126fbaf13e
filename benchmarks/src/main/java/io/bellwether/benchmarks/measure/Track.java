package io.bellwether.benchmarks.measure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;

/**
 * One way from where things are sent to where they have to arrive. Times are microseconds. Sent on
 * one thread; arrivals may come on any, and may overtake the sender's note of what it has sent.
 */
final class Track {
  private final String name;
  private final Map<String, Expected> expected = new LinkedHashMap<>();
  private final Map<String, Arrival> arrived = new ConcurrentHashMap<>();
  private final AtomicInteger repeated = new AtomicInteger();

  private record Expected(String where, long due, boolean timed) {}

  private record Arrival(String where, long at) {}

  Track(String name) {
    this.name = name;
  }

  /**
   * One more has to arrive.
   *
   * @param where topic or channel
   * @param due when it was to be sent
   * @param timed false for what belongs to the warm-up
   */
  void expect(String id, String where, long due, boolean timed) {
    expected.put(id, new Expected(where, due, timed));
  }

  /** It is there. */
  void arrived(String id, String where, long at) {
    if (arrived.putIfAbsent(id, new Arrival(where, at)) != null) {
      repeated.incrementAndGet();
    }
  }

  /** Whether everything that was expected has arrived; for the sender to ask. */
  boolean isComplete() {
    return arrived.size() >= expected.size() && arrived.keySet().containsAll(expected.keySet());
  }

  /** What came of it all. */
  Tally tally() {
    int came =
        (int) expected.entrySet().stream().filter(e -> came(e.getKey(), e.getValue())).count();
    return new Tally(
        name, expected.size(), came, expected.size() - came, repeated.get(), arrived.size() - came);
  }

  private boolean came(String id, Expected as) {
    Arrival arrival = arrived.get(id);
    return arrival != null && arrival.where.equals(as.where);
  }

  /** From when each was due to its arrival. */
  Latency latency(String path) {
    Histogram histogram = Latency.histogram();
    expected.forEach(
        (id, as) -> {
          if (as.timed && came(id, as)) {
            record(histogram, as.due, arrived.get(id).at);
          }
        });
    return Latency.of(path, histogram);
  }

  /** From another track's arrival to this one's, for what was expected here. */
  Latency latencySince(Track before, String path) {
    Histogram histogram = Latency.histogram();
    expected.forEach(
        (id, as) -> {
          Arrival begin = before.arrived.get(id);
          if (as.timed && begin != null && came(id, as)) {
            record(histogram, begin.at, arrived.get(id).at);
          }
        });
    return Latency.of(path, histogram);
  }

  private static void record(Histogram histogram, long from, long to) {
    // A consumer here may see a record a moment later than the next part did.
    histogram.recordValue(Math.max(0, to - from));
  }

  /** From when each was due to its arrival, under the track's own name. */
  Latency latency() {
    return latency(name);
  }
}
