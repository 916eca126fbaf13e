package io.bellwether.quickstart;

import io.bellwether.quickstart.stack.AnalyzerTool;
import io.bellwether.quickstart.stack.Home;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bellwether train}: a model of one's own for the linear scorer. */
@Command(
    name = "train",
    description = {
      "Makes a model for the scorer 'linear' from texts that people have labelled.",
      "It first trains on a part and reports how good that is on the rest, file by file, then on"
          + " all. The same data, options and seed give the same file, byte for byte."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:trained", "1:it could not be done", "2:a mistake on the command line"},
    mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
  private static final String TOOL = "io.bellwether.analyzer.scorer.training.Train";

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILES",
      description =
          "CSV files with a header and commas between them. FILE:0.2 takes a fifth of the rows, for"
              + " what is unlike the messages to be scored.")
  private String data;

  @Option(names = "--text", defaultValue = "text", description = "The column of the texts (text).")
  private String text;

  @Option(names = "--label", defaultValue = "label", description = "That of the labels (label).")
  private String label;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The model.")
  private Path out;

  @Option(names = "--seed", defaultValue = "42", description = "What decides by lot (42).")
  private long seed;

  @Option(
      names = "--hold-out",
      defaultValue = "0.3",
      description = "The share of each file to report on; 0 skips the report (0.3).")
  private double holdOut;

  @Option(
      names = "--hold-out-only",
      description = "Do not go on to train on all: the model never saw the held-out rows.")
  private boolean holdOutOnly;

  @Override
  public Integer call() throws InterruptedException {
    List<String> arguments = new ArrayList<>();
    arguments.add("data=" + data);
    arguments.add("text=" + text);
    arguments.add("label=" + label);
    arguments.add("out=" + out);
    arguments.add("seed=" + seed);
    arguments.add("holdout=" + holdOut);
    arguments.add("holdoutonly=" + holdOutOnly);
    return new AnalyzerTool(Home.ofThisProgram(), TOOL, "2g", List.of()).run(arguments);
  }
}
