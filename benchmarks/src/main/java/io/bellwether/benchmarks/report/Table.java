package io.bellwether.benchmarks.report;

import io.bellwether.benchmarks.measure.Drain;
import io.bellwether.benchmarks.measure.Latency;
import io.bellwether.benchmarks.measure.Rate;
import io.bellwether.benchmarks.measure.ReplayRun;
import io.bellwether.benchmarks.measure.Tally;
import io.bellwether.benchmarks.measure.TradesDrain;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A report for people. */
public final class Table {
  private static final int PERCENT = 100;

  private final PrintWriter out;

  public Table(PrintWriter out) {
    this.out = out;
  }

  /** Prints it all. */
  public void print(Report report) {
    machine(report.machine());
    report.latencies().forEach(this::section);
    if (report.drain() != null) {
      drain(report.drain());
    }
    if (report.trades() != null) {
      trades(report.trades());
    }
    line("");
    line(
        report.valid()
            ? "Counts are exact: everything arrived once where it had to."
            : "INVALID: something was lost, doubled, misled or scored otherwise; the figures mean nothing.");
    out.flush();
  }

  private void machine(Machine machine) {
    line("");
    line(
        "%s, %d cores, %,d MB, %s",
        machine.date(), machine.cores(), machine.memoryMegabytes(), machine.system());
    line("%s, Kafka %s, Spark %s", machine.java(), machine.kafka(), machine.spark());
    line(
        "load average %.2f before, %.2f after; others used %.0f %% of the processors before and"
            + " %.0f %% during the run%s",
        machine.loadBefore(),
        machine.loadAfter(),
        PERCENT * machine.othersBefore(),
        PERCENT * machine.othersDuring(),
        machine.isQuiet() ? "" : ": the machine was BUSY, take the ratios, not the times");
  }

  private void section(Report.Section section) {
    line("");
    line(
        "%-44s %6s %8s %8s %8s %8s %8s %8s",
        section.title(), "n", "p50 ms", "p95", "p99", "max", "x plain", "x Kafka");
    List<Latency> ways = section.outcome().latencies();
    double plain = ways.get(1).p50();
    double kafka = ways.get(2).p50();
    Latency first = ways.get(0);
    latency(first, plain, kafka);
    section.outcome().parts().forEach(part -> latency(part, plain, kafka));
    ways.stream().skip(1).forEach(way -> latency(way, plain, kafka));
    tallies(section.outcome().tallies().stream());
  }

  private void latency(Latency way, double plain, double kafka) {
    line(
        "  %-42s %6d %8.1f %8.1f %8.1f %8.1f %8.1f %8.1f",
        way.path(),
        way.count(),
        way.p50(),
        way.p95(),
        way.p99(),
        way.max(),
        way.p50() / plain,
        way.p50() / kafka);
  }

  private void drain(Drain.Result drain) {
    line("");
    line("%-44s %10s %8s %10s", "Many rows at once", "rows", "s", "rows/s");
    for (Rate rate : drain.rates()) {
      rate(rate, "");
    }
    for (ReplayRun replay : drain.replays()) {
      rate(replay.rate(), "  most memory " + replay.peakMegabytes() + " MB");
    }
    if (!drain.sameScores()) {
      line("  the analyzer and the plain pipe gave some rows different scores");
    }
    tallies(drain.tallies().stream());
  }

  private void trades(TradesDrain.Result result) {
    line("");
    line("%-44s %10s %8s %10s", "Many trades at once", "trades", "s", "trades/s");
    result.rates().forEach(rate -> rate(rate, ""));
    line(
        "  state of a market in the mean: %.0f bytes, without windows and ids %.0f",
        result.stateBytes(), result.bareBytes());
    tallies(result.tallies().stream());
  }

  private void rate(Rate rate, String more) {
    line(
        "  %-42s %,10d %8.1f %,10.0f%s",
        rate.path(), rate.rows(), rate.seconds(), rate.perSecond(), more);
  }

  private void tallies(Stream<Tally> tallies) {
    tallies
        .filter(tally -> !tally.isExact())
        .forEach(
            tally ->
                line(
                    "  %s: of %,d there are %,d, missing %,d, repeated %,d, unexpected %,d",
                    tally.path(),
                    tally.expected(),
                    tally.arrived(),
                    tally.missing(),
                    tally.repeated(),
                    tally.unexpected()));
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
