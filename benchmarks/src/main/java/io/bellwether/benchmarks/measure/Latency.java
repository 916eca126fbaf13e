package io.bellwether.benchmarks.measure;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import org.HdrHistogram.Histogram;

/** How long one way took, in milliseconds. */
public record Latency(
    String path,
    long count,
    @JsonProperty("p50_ms") double p50,
    @JsonProperty("p95_ms") double p95,
    @JsonProperty("p99_ms") double p99,
    @JsonProperty("max_ms") double max) {
  private static final double MICROS_PER_MILLI = 1_000;
  private static final long LONGEST_MICROS = Duration.ofHours(1).toNanos() / 1_000;
  private static final int DIGITS = 3;

  static Histogram histogram() {
    return new Histogram(LONGEST_MICROS, DIGITS);
  }

  static Latency of(String path, Histogram micros) {
    return new Latency(
        path,
        micros.getTotalCount(),
        at(micros, 50),
        at(micros, 95),
        at(micros, 99),
        micros.getMaxValue() / MICROS_PER_MILLI);
  }

  private static double at(Histogram micros, double percentile) {
    return micros.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
  }
}
