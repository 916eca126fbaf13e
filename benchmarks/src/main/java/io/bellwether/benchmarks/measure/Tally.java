package io.bellwether.benchmarks.measure;

/**
 * Exact counts of one way.
 *
 * @param expected that had to arrive
 * @param arrived of those
 * @param missing of those
 * @param repeated arrivals of what had arrived before
 * @param unexpected that arrived though it had not to
 */
public record Tally(
    String path, int expected, int arrived, int missing, int repeated, int unexpected) {
  /** Whether each arrived once and nothing else did. */
  public boolean isExact() {
    return missing == 0 && repeated == 0 && unexpected == 0;
  }
}
