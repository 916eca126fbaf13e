package io.bellwether.benchmarks.measure;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bellwether.benchmarks.load.Texts;
import io.bellwether.benchmarks.stack.BenchStack;
import io.bellwether.quickstart.process.Child;
import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.stack.Topics;
import io.bellwether.standin.azure.AzureStandIn;
import io.bellwether.standin.azure.Call;
import io.bellwether.standin.azure.Fault;
import io.bellwether.standin.azure.Options;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How fast the analyzer scores with Azure, on the stand-in with 50 ms an answer, the limits of the
 * standard tier, 5 % of the calls refused with 429 and Retry-After of a second, and 1 % of the
 * documents refused; beside two calls and a new connection a message, one by one, without trouble.
 */
public final class AzureWay implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final double REFUSED = 0.05;
  private static final double BAD = 0.01;
  private static final int SAMPLE = 60;
  private static final double MILLIS_PER_SECOND = 1_000;

  private final Load load;
  private final AzureStandIn azure;

  /** How many messages, made by which seed. */
  public record Load(int messages, long seed) {}

  /**
   * What came of it.
   *
   * @param oneByOne messages of a sample, for comparison
   * @param refusedCalls that were answered with 429
   * @param unscored messages in the unscored topic
   * @param badDocuments that Azure refused, which must be those
   */
  public record Result(
      Tally tally,
      Rate rate,
      @JsonProperty("one_by_one") Rate oneByOne,
      double times,
      long calls,
      @JsonProperty("refused_calls") long refusedCalls,
      long unscored,
      @JsonProperty("bad_documents") long badDocuments) {
    /** Whether each message was scored or unscored for a reason, once. */
    public boolean isExact() {
      return tally.isExact() && unscored == badDocuments;
    }
  }

  /** Starts the stand-in. */
  public AzureWay(Load load) {
    this.load = load;
    this.azure = AzureStandIn.start(Options.defaults().withBadDocuments(load.seed(), BAD));
  }

  /** What the analyzer's configuration must have. */
  public Map<String, String> settings() {
    return Map.of(
        "scorer",
        "azure",
        "scorer.batch.size",
        "5000",
        "scorer.azure.parallel",
        "200",
        "scorer.azure.endpoint",
        azure.url().toString(),
        "scorer.azure.key",
        Options.DEFAULT_KEY);
  }

  /** Runs it on a stack that has done nothing yet, whose analyzer has those settings. */
  public Result run(BenchStack stack) throws InterruptedException {
    Rate oneByOne = OneByOne.run(azure.url(), Options.DEFAULT_KEY, load.seed(), SAMPLE);
    Backlog.replay(stack, Topics.FEEDBACK, load.messages(), load.seed());
    azure.faults().seeded(load.seed(), REFUSED, List.of(Fault.rateLimited(Duration.ofSeconds(1))));
    azure.forgetCalls();
    try (Written written = Written.since(stack.bootstrap(), Topics.OUTCOMES);
        Written unscored = Written.since(stack.bootstrap(), List.of("unscored-feedback"));
        Child analyzer = stack.startAnalyzerOnWhatThereIs()) {
      awaitEnd(stack, analyzer);
      return result(written.read(load.messages()), unscored.count(), oneByOne);
    }
  }

  private Result result(Written.Seen seen, long unscored, Rate oneByOne) {
    List<Call> calls = azure.calls();
    // The first call is the one of the warm-up.
    Instant begin =
        calls.stream().filter(call -> call.documents() > 1).findFirst().orElseThrow().at();
    double seconds = (seen.last() - begin.toEpochMilli()) / MILLIS_PER_SECOND;
    Rate rate = Rate.of("analyzer", load.messages(), seconds);
    Texts texts = new Texts(load.seed());
    long bad = 0;
    for (int i = 0; i < load.messages(); i++) {
      bad += azure.isBad(texts.next(i)) ? 1 : 0;
    }
    return new Result(
        seen.tally("analyzer with Azure"),
        rate,
        oneByOne,
        rate.perSecond() / oneByOne.perSecond(),
        calls.size(),
        calls.stream().filter(call -> call.status() == 429).count(),
        unscored,
        bad);
  }

  private static void awaitEnd(BenchStack stack, Child analyzer) throws InterruptedException {
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
  }

  @Override
  public void close() {
    azure.close();
  }
}
