package io.bellwether.benchmarks.measure;

import java.util.List;

/**
 * What came of a measurement.
 *
 * @param tallies exact counts of every way
 * @param latencies the way that is measured first, then what it is compared with
 * @param parts of the first way
 */
public record Outcome(List<Tally> tallies, List<Latency> latencies, List<Latency> parts) {
  /** Whether nothing was lost or doubled. */
  public boolean isExact() {
    return tallies.stream().allMatch(Tally::isExact);
  }
}
