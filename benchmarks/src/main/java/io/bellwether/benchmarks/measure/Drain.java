package io.bellwether.benchmarks.measure;

import io.bellwether.benchmarks.stack.BenchStack;
import io.bellwether.quickstart.process.Child;
import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.stack.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How fast a backlog is worked off, by the analyzer and by a plain pipe in turns. The backlog is
 * put into its topic by {@code bellwether replay}, which is thereby measured too.
 */
public final class Drain {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int A_PART = 4;

  private final BenchStack stack;
  private final Load load;
  private final List<Tally> tallies = new ArrayList<>();
  private final Set<Long> scores = new HashSet<>();
  private final List<Rate> rates = new ArrayList<>();
  private final List<ReplayRun> replays = new ArrayList<>();

  /**
   * The backlog.
   *
   * @param rounds how often each drains it
   */
  public record Load(int rows, int rounds, long seed) {}

  /**
   * What came of it.
   *
   * @param sameScores whether everybody gave each row the same score
   */
  public record Result(
      List<Tally> tallies, boolean sameScores, List<Rate> rates, List<ReplayRun> replays) {
    /** Whether nothing was lost, doubled or scored otherwise. */
    public boolean isExact() {
      return sameScores && tallies.stream().allMatch(Tally::isExact);
    }
  }

  public Drain(BenchStack stack, Load load) {
    this.stack = stack;
    this.load = load;
  }

  /** Runs it on a stack that has done nothing yet. */
  public Result run() throws InterruptedException {
    replays.add(Backlog.replay(stack, "a-part", load.rows / A_PART, load.seed));
    replays.add(Backlog.replay(stack, Topics.FEEDBACK, load.rows, load.seed));
    for (int round = 1; round <= load.rounds; round++) {
      byAnalyzer(round);
      byPlainPipe(round);
    }
    return new Result(
        List.copyOf(tallies), scores.size() == 1, List.copyOf(rates), List.copyOf(replays));
  }

  private void byAnalyzer(int round) throws InterruptedException {
    String path = "analyzer, round " + round;
    try (Written written = Written.since(stack.bootstrap(), Topics.OUTCOMES);
        Child analyzer = stack.startAnalyzerOnWhatThereIs()) {
      int exit =
          stack
              .watch()
              .until(
                  "the analyzer to end",
                  PATIENCE,
                  () -> analyzer.isAlive() ? Optional.empty() : Optional.of(analyzer.exitCode()));
      if (exit != 0) {
        throw new LaunchException(
            "The analyzer has failed:\n  " + String.join("\n  ", analyzer.log().last(10)));
      }
      add(path, written);
    }
    forget(stack.state().path("checkpoint"));
  }

  private void byPlainPipe(int round) throws InterruptedException {
    try (Written written = Written.since(stack.bootstrap(), Lanes.plainOutcomes())) {
      Child pipe = stack.startPlainPipe(Topics.FEEDBACK, Lanes.PARTITIONS, Lanes.PLAIN_PREFIX);
      stack
          .watch()
          .until(
              "the plain pipe to read everything",
              PATIENCE,
              () -> written.count() >= load.rows ? Optional.of(true) : Optional.empty());
      stack.stop(pipe);
      add("plain consumer-producer, round " + round, written);
    }
  }

  private void add(String path, Written written) {
    Written.Seen seen = written.read(load.rows);
    tallies.add(seen.tally(path));
    scores.add(seen.scores());
    rates.add(Rate.of(path, load.rows, seen.seconds()));
  }

  /** A job without its checkpoint begins anew. */
  private static void forget(Path checkpoint) {
    try (Stream<Path> files = Files.walk(checkpoint)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
