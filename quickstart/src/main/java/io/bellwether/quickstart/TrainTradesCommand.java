package io.bellwether.quickstart;

import io.bellwether.quickstart.stack.AnalyzerTool;
import io.bellwether.quickstart.stack.Home;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bellwether train-trades}: a model for the trades job. */
@Command(
    name = "train-trades",
    description = {
      "Makes a model that foresees, after each candle, whether the price will rise by more than"
          + " two fees and the spread.",
      "It first walks forward through the data, judging each stretch by what came before it, and"
          + " says whether that was any better than naive guesses; then it trains on all. The same"
          + " data, options and seed give the same model. It is no advice, and no promise of a"
          + " profit."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:trained", "1:it could not be done", "2:a mistake on the command line"},
    mixinStandardHelpOptions = true)
final class TrainTradesCommand implements Callable<Integer> {
  private static final String TOOL = "io.bellwether.analyzer.trades.training.TrainTrades";

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILES",
      description =
          "Recorded trades, with commas between files: JSON lines as they stand in the topic"
              + " (.json, .jsonl), or CSV with the columns exchange, base, quote, timestamp, price"
              + " and volume; plain or gzip.")
  private String data;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "The model.")
  private Path out;

  @Option(
      names = "--candles",
      defaultValue = "5m",
      description = "After which candles it foresees: 1m, 5m or 1h (5m).")
  private String candles;

  @Option(
      names = "--minutes",
      defaultValue = "30",
      description = "Within how many minutes the price has to rise (30).")
  private int minutes;

  @Option(
      names = "--fee",
      defaultValue = "0.25",
      description = "The fee of one deal, in percent; two are counted (0.25).")
  private double fee;

  @Option(
      names = "--spread",
      defaultValue = "0.05",
      description = "The spread between bid and ask, in percent (0.05).")
  private double spread;

  @Option(
      names = "--stretches",
      defaultValue = "5",
      description = "How many stretches are judged (5).")
  private int stretches;

  @Option(names = "--seed", defaultValue = "42", description = "What decides by lot (42).")
  private long seed;

  @Override
  public Integer call() throws InterruptedException {
    List<String> arguments = new ArrayList<>();
    arguments.add("data=" + data);
    arguments.add("out=" + out.toAbsolutePath());
    arguments.add("candles=" + candles);
    arguments.add("minutes=" + minutes);
    arguments.add("fee=" + fee);
    arguments.add("spread=" + spread);
    arguments.add("stretches=" + stretches);
    arguments.add("seed=" + seed);
    return new AnalyzerTool(Home.ofThisProgram(), TOOL, "2g", List.of()).run(arguments);
  }
}
