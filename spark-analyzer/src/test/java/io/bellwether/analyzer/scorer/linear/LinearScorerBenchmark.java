package io.bellwether.analyzer.scorer.linear;

import io.bellwether.analyzer.scorer.Scorer;
import io.bellwether.analyzer.scorer.Scoring;
import io.bellwether.analyzer.scorer.Utterance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Texts a second on one core, in the batches of the job; docs/scorers.md says how to run it. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class LinearScorerBenchmark {
  private static final int BATCH = 64;
  private static final int BATCHES = 256;
  private static final List<String> PARTS =
      List.of(
          "Azure is down again",
          "I love the new portal",
          "where is the documentation of the billing export?",
          "the build runs on the new server since 10:30",
          "this is unacceptable!",
          "thanks a lot, works great :)",
          "can't log in, keeps asking for my password",
          "see https://example.com/status for details",
          "not sure that this is a good idea",
          "@anna please have a look at `kubectl get pods`",
          "support never answers",
          "really happy with the update 🎉",
          "it crashes when I open a large file",
          "who is on call today?");

  private final Scorer scorer = new LinearScorerProvider().open(Map.of());
  private final List<List<Utterance>> batches = batches();
  private int next;

  // Different ones, about 80 characters each, so that neither caches nor branches know them.
  private static List<List<Utterance>> batches() {
    Random random = new Random(1);
    List<List<Utterance>> batches = new ArrayList<>();
    for (int i = 0; i < BATCHES; i++) {
      List<Utterance> batch = new ArrayList<>();
      for (int j = 0; j < BATCH; j++) {
        String first = PARTS.get(random.nextInt(PARTS.size()));
        String second = PARTS.get(random.nextInt(PARTS.size()));
        batch.add(Utterance.of(first + " in " + Integer.toString(i * j, 36) + ", " + second));
      }
      batches.add(batch);
    }
    return batches;
  }

  /** Scores a batch. */
  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  @OutputTimeUnit(TimeUnit.SECONDS)
  @OperationsPerInvocation(BATCH)
  public List<Scoring> texts() {
    next = (next + 1) % BATCHES;
    return scorer.score(batches.get(next));
  }

  /** Opens the scorer, model included, in a JVM that has just started. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  @Fork(5)
  public Scorer load() {
    return new LinearScorerProvider().open(Map.of());
  }

  /** Runs both. */
  public static void main(String[] arguments) throws IOException {
    org.openjdk.jmh.Main.main(new String[] {LinearScorerBenchmark.class.getSimpleName()});
  }
}
