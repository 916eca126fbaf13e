package io.bellwether.analyzer.trades.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.analyzer.scorer.data.ToolArguments;
import io.bellwether.analyzer.scorer.data.ToolException;
import io.bellwether.analyzer.trades.candle.Width;
import io.bellwether.analyzer.trades.trade.Trade;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/** Trains a model on recorded trades: {@code TrainTrades data=a.csv,b.jsonl out=folder ...}. */
public final class TrainTrades {
  private static final int FAILED = 1;
  private static final long LARGEST_SEED = 1L << 53;
  private static final int FEWEST = 100;
  private static final Set<String> ARGUMENTS =
      Set.of("data", "out", "candles", "minutes", "fee", "spread", "stretches", "seed");

  private final PrintStream out;
  private final SparkSession spark;

  private TrainTrades(SparkSession spark, PrintStream out) {
    this.spark = spark;
    this.out = out;
  }

  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int code;
    try (SparkSession spark = session()) {
      code = run(List.of(args), spark, out, System.err);
    }
    if (code != 0) {
      System.exit(code);
    }
  }

  private static SparkSession session() {
    return SparkSession.builder()
        .master("local[*]")
        .appName("train-trades")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .getOrCreate();
  }

  /** Prints to {@code out}, and what went wrong to {@code err}; returns the exit code. */
  public static int run(List<String> args, SparkSession spark, PrintStream out, PrintStream err) {
    try {
      new TrainTrades(spark, out).train(new ToolArguments(args, ARGUMENTS));
      return 0;
    } catch (ToolException e) {
      err.println(e.getMessage());
      return FAILED;
    }
  }

  private void train(ToolArguments arguments) {
    String folder = arguments.required("out");
    Target target = target(arguments);
    int stretches = arguments.number("stretches", 1, 50).map(Double::intValue).orElse(5);
    long seed = arguments.number("seed", 0, LARGEST_SEED).map(Double::longValue).orElse(42L);
    List<Trade> trades = RecordedTrades.read(arguments.files("data"));
    List<Sample> samples = Samples.of(trades, target);
    say(
        "%,d trades, %,d candles to learn from, %.1f %% of them followed by %s.",
        trades.size(), samples.size(), 100 * WalkForward.share(samples), target.text());
    if (samples.size() < FEWEST) {
      throw new ToolException(
          "That is too little: it takes at least " + FEWEST + " candles. Give more data.");
    }
    List<Judged> judged = WalkForward.of(spark, samples, target, stretches);
    Verdict verdict = Verdict.of(judged, target, seed);
    report(verdict, judged, stretches);
    MoveModel model =
        new MoveModel(MoveModel.fit(spark, samples), about(target, samples, verdict, seed));
    try {
      model.save(spark, folder);
    } catch (IOException e) {
      throw new ToolException("Cannot write " + folder + ": " + e, e);
    }
    say("Trained on all of it and saved in %s.", folder);
  }

  private static Target target(ToolArguments arguments) {
    String word = arguments.text("candles").orElse(Width.M5.word());
    if (!List.of(Width.words()).contains(word)) {
      throw new ToolException(
          "candles=" + word + " is none of " + String.join(", ", Width.words()));
    }
    double fee = arguments.number("fee", 0, 50).orElse(0.25);
    double spread = arguments.number("spread", 0, 50).orElse(0.05);
    long minutes = arguments.number("minutes", 1, 10_080).map(Double::longValue).orElse(30L);
    return new Target(Width.of(word), minutes, 2 * fee + spread);
  }

  private void report(Verdict verdict, List<Judged> judged, int stretches) {
    say(
        "Walked forward through %d stretches, %,d candles judged before they were known:",
        stretches, judged.size());
    say("%-20s%10s%11s%8s%8s", "", "accuracy", "precision", "recall", "yes");
    row(verdict.model());
    verdict.naive().forEach(this::row);
    say(
        "Squared error of the probability: model %.5f, the usual share %.5f; smaller by at least"
            + " %.5f (97.5 %%).",
        verdict.error(), verdict.usualError(), verdict.leastGain());
    if (verdict.isBetter()) {
      say(
          "The model was better than each of them on this data. That it will be, nobody knows: it"
              + " is no advice, and costs, delays and amounts may be others than assumed.");
    } else {
      say(
          "THE MODEL IS NO BETTER than saying '%s' or the usual share. Do not rely on it.",
          verdict.best().name());
    }
  }

  private void row(Rates rates) {
    say(
        "%-20s%10.4f%11.4f%8.4f%8.4f",
        rates.name(), rates.accuracy(), rates.precision(), rates.recall(), rates.yes());
  }

  private static ObjectNode about(Target target, List<Sample> samples, Verdict verdict, long seed) {
    ObjectNode about = new ObjectMapper().createObjectNode();
    about.put("candles", target.width().word());
    about.put("foresees", target.text());
    about.put("samples", samples.size());
    about.put("better_than_naive", verdict.isBetter());
    about.put("accuracy", verdict.model().accuracy());
    about.put("best_naive", verdict.best().name());
    about.put("best_naive_accuracy", verdict.best().accuracy());
    about.put("squared_error", verdict.error());
    about.put("usual_squared_error", verdict.usualError());
    about.put("seed", seed);
    return about;
  }

  private void say(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
