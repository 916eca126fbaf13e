package io.bellwether.analyzer.scorer.evaluation;

import io.bellwether.analyzer.scorer.CarefulScorer;
import io.bellwether.analyzer.scorer.Scorer;
import io.bellwether.analyzer.scorer.data.Label;
import io.bellwether.analyzer.scorer.data.Labelled;
import io.bellwether.analyzer.scorer.data.LabelledCsv;
import io.bellwether.analyzer.scorer.data.NamedScorer;
import io.bellwether.analyzer.scorer.data.ToolArguments;
import io.bellwether.analyzer.scorer.data.ToolException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Measures a scorer on labelled texts: {@code Evaluate data=a.csv scorer=lexicon ...}. */
public final class Evaluate {
  private static final int FAILED = 1;
  private static final int DEFAULT_WORST = 10;
  private static final double DEFAULT_NEGATIVE = 0.3;
  private static final double DEFAULT_POSITIVE = 0.9;
  private static final Set<String> ARGUMENTS =
      Set.of(
          "data",
          "text",
          "label",
          "scorer",
          "scorer.",
          "json",
          "report",
          "suggest",
          "negative",
          "positive",
          "worst");

  private Evaluate() {}

  public static void main(String[] args) {
    // Whatever is logged goes to stderr; stdout is the report and nothing else.
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int code = run(List.of(args), out, System.err);
    if (code != 0) {
      System.exit(code);
    }
  }

  static int run(List<String> args, PrintStream out, PrintStream err) {
    try {
      out.print(report(new ToolArguments(args, ARGUMENTS)));
      out.flush();
      return 0;
    } catch (ToolException e) {
      err.println(e.getMessage());
      return FAILED;
    }
  }

  private static String report(ToolArguments arguments) {
    List<Labelled> texts = texts(arguments);
    double negative = arguments.number("negative", 0, 1).orElse(DEFAULT_NEGATIVE);
    double positive = arguments.number("positive", 0, 1).orElse(DEFAULT_POSITIVE);
    Optional<Double> precision = arguments.number("suggest", 0, 1);
    int worst = arguments.number("worst", 0, 1000).map(Double::intValue).orElse(DEFAULT_WORST);
    String name = arguments.required("scorer");
    Evaluation evaluation;
    try (Scorer scorer =
        new CarefulScorer(NamedScorer.open(name, arguments.startingWith("scorer.")))) {
      evaluation = Evaluation.of(Judgement.of(scorer, texts), negative, positive);
    }
    arguments
        .text("report")
        .ifPresent(file -> write(Path.of(file), ReliabilityPage.write(name, evaluation, worst)));
    Optional<List<Optional<Route>>> suggested =
        precision.map(
            wanted ->
                List.of(
                    Route.suggest(Label.NEGATIVE, wanted, evaluation.judged()),
                    Route.suggest(Label.POSITIVE, wanted, evaluation.judged())));
    return arguments.flag("json")
        ? JsonReport.write(name, evaluation, suggested) + System.lineSeparator()
        : TextReport.write(name, evaluation, suggested, worst);
  }

  private static List<Labelled> texts(ToolArguments arguments) {
    LabelledCsv csv =
        new LabelledCsv(
            arguments.text("text").orElse("text"), arguments.text("label").orElse("label"));
    List<Labelled> texts = new ArrayList<>();
    arguments.files("data").forEach(file -> texts.addAll(csv.read(file)));
    return texts;
  }

  private static void write(Path file, String page) {
    try {
      Files.writeString(file, page);
    } catch (IOException e) {
      throw new ToolException("Cannot write " + file + ": " + e, e);
    }
  }
}
