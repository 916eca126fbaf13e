package io.bellwether.quickstart;

import io.bellwether.quickstart.stack.AnalyzerTool;
import io.bellwether.quickstart.stack.Home;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bellwether evaluate}: how good a scorer is on labelled texts. */
@Command(
    name = "evaluate",
    description = {
      "Measures a scorer on texts that people have labelled negative, neutral or positive.",
      "Accuracy, macro-F1, AUC (positive against negative texts by score), calibration, speed,"
          + " precision and recall of each route, a confusion table, and the worst mistakes."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:measured", "1:it could not be done", "2:a mistake on the command line"},
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
  private static final String TOOL = "io.bellwether.analyzer.scorer.evaluation.Evaluate";

  @Option(
      names = "--data",
      required = true,
      split = ",",
      paramLabel = "FILE",
      description = "CSV with a header, several with commas.")
  private List<Path> data;

  @Option(names = "--text", defaultValue = "text", description = "The column of the texts (text).")
  private String text;

  @Option(names = "--label", defaultValue = "label", description = "That of the labels (label).")
  private String label;

  @Option(
      names = "--scorer",
      required = true,
      paramLabel = "NAME",
      description = "A scorer by its name, or the file of a model that 'train' made.")
  private String scorer;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A setting of the scorer as in the job's JSON: scorer.lexicon.words=meh:-1.")
  private Map<String, String> settings = Map.of();

  @Option(
      names = "--jars",
      split = ",",
      paramLabel = "JAR",
      description = "Jars with scorers of your own.")
  private List<Path> jars = List.of();

  @Option(names = "--negative", defaultValue = "0.3", description = "Negative up to (0.3).")
  private double negative;

  @Option(names = "--positive", defaultValue = "0.9", description = "Positive from (0.9).")
  private double positive;

  @Option(
      names = "--suggest-thresholds",
      paramLabel = "PRECISION",
      description = "Also find the thresholds that catch most with this precision, such as 0.9.")
  private Double suggest;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write a page of HTML with a picture of how reliable the probabilities are.")
  private Path report;

  @Option(names = "--worst", defaultValue = "10", description = "How many mistakes to show (10).")
  private int worst;

  @Option(names = "--json", description = "Print one JSON object and nothing else.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    List<String> arguments = new ArrayList<>();
    arguments.add("data=" + data.stream().map(Path::toString).collect(Collectors.joining(",")));
    arguments.add("text=" + text);
    arguments.add("label=" + label);
    arguments.add("scorer=" + scorer);
    arguments.add("negative=" + negative);
    arguments.add("positive=" + positive);
    arguments.add("worst=" + worst);
    arguments.add("json=" + json);
    settings.forEach((key, value) -> arguments.add(key + "=" + value));
    if (suggest != null) {
      arguments.add("suggest=" + suggest);
    }
    if (report != null) {
      arguments.add("report=" + report);
    }
    return new AnalyzerTool(Home.ofThisProgram(), TOOL, "1g", jars).run(arguments);
  }
}
