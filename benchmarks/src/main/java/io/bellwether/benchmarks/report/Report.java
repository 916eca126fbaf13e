package io.bellwether.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.bellwether.benchmarks.measure.Drain;
import io.bellwether.benchmarks.measure.Outcome;
import io.bellwether.benchmarks.measure.TradesDrain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * All of one run.
 *
 * @param valid whether everything arrived once where it had to
 * @param options that the run was started with
 * @param drain null where it was left out, as is {@code trades}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Report(
    boolean valid,
    Machine machine,
    Map<String, Object> options,
    List<Section> latencies,
    Drain.Result drain,
    TradesDrain.Result trades) {

  /**
   * A measurement of latency.
   *
   * @param title what was measured, with its load
   */
  public record Section(String title, Outcome outcome) {}

  /** Puts it together. */
  public static Report of(
      Machine machine,
      Map<String, Object> options,
      List<Section> latencies,
      Drain.Result drain,
      TradesDrain.Result trades) {
    boolean valid =
        latencies.stream().allMatch(section -> section.outcome.isExact())
            && (drain == null || drain.isExact())
            && (trades == null || trades.isExact());
    return new Report(valid, machine, options, latencies, drain, trades);
  }

  /** Writes it for programs. */
  public void write(Path file) {
    try {
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), this);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }
}
