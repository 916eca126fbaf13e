package io.bellwether.benchmarks.measure;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How fast many rows went one way.
 *
 * @param seconds from the first row's arrival to the last one's, or what else the path says
 */
public record Rate(
    String path, long rows, double seconds, @JsonProperty("rows_per_second") double perSecond) {
  static Rate of(String path, long rows, double seconds) {
    return new Rate(path, rows, seconds, rows / seconds);
  }
}
