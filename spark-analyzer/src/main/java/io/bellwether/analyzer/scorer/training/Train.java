package io.bellwether.analyzer.scorer.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.analyzer.scorer.Scorer;
import io.bellwether.analyzer.scorer.data.Labelled;
import io.bellwether.analyzer.scorer.data.LabelledCsv;
import io.bellwether.analyzer.scorer.data.ToolArguments;
import io.bellwether.analyzer.scorer.data.ToolException;
import io.bellwether.analyzer.scorer.evaluation.Evaluation;
import io.bellwether.analyzer.scorer.evaluation.Judgement;
import io.bellwether.analyzer.scorer.linear.LinearModel;
import io.bellwether.analyzer.scorer.linear.LinearScorerProvider;
import io.bellwether.analyzer.scorer.linear.ModelFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Trains a model: {@code Train data=a.csv,b.csv out=my.model ...}. */
public final class Train {
  private static final int FAILED = 1;
  private static final double DEFAULT_HOLD_OUT = 0.3;
  private static final double MOST_HELD_OUT = 0.9;
  private static final long LARGEST_SEED = 1L << 53;
  private static final Set<String> ARGUMENTS =
      Set.of("data", "text", "label", "out", "seed", "holdout", "holdoutonly");

  private final PrintStream out;
  private final ObjectNode about = new ObjectMapper().createObjectNode();

  private Train(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int code = run(List.of(args), out, System.err);
    if (code != 0) {
      System.exit(code);
    }
  }

  static int run(List<String> args, PrintStream out, PrintStream err) {
    try {
      new Train(out).train(new ToolArguments(args, ARGUMENTS));
      return 0;
    } catch (ToolException e) {
      err.println(e.getMessage());
      return FAILED;
    }
  }

  private void train(ToolArguments arguments) {
    Path file = Path.of(arguments.required("out"));
    LabelledCsv csv =
        new LabelledCsv(
            arguments.text("text").orElse("text"), arguments.text("label").orElse("label"));
    long seed = arguments.number("seed", 0, LARGEST_SEED).map(Double::longValue).orElse(42L);
    double share = arguments.number("holdout", 0, MOST_HELD_OUT).orElse(DEFAULT_HOLD_OUT);
    boolean only = arguments.flag("holdoutonly") && share > 0;
    List<DataSet> sets = DataSet.read(arguments.required("data"), csv, seed);
    about.put("seed", seed);
    ObjectNode files = about.putObject("rows");
    sets.forEach(set -> files.put(set.name(), set.rows().size()));
    about.put("held_out", only ? share : 0);
    LinearModel model = null;
    if (share > 0) {
      model = trained(sets, set -> set.kept(share));
      report(model, sets, share);
    }
    if (!only) {
      model = trained(sets, DataSet::rows);
    }
    write(model, file);
    out.printf("Wrote %s, %,d bytes.%n", file, file.toFile().length());
  }

  private LinearModel trained(List<DataSet> sets, Function<DataSet, List<Labelled>> part) {
    List<List<Labelled>> texts = sets.stream().map(part).toList();
    int count = texts.stream().mapToInt(List::size).sum();
    out.printf(Locale.ROOT, "Training on %,d texts.%n", count);
    return new Trainer(texts).train(about.toString());
  }

  /** How good a model is on what it has not seen, file by file. */
  private void report(LinearModel model, List<DataSet> sets, double share) {
    out.println(
        "Held out            texts  accuracy  macro-F1    AUC  <=0.3 prec/rec  >=0.9 prec/rec");
    try (Scorer scorer = LinearScorerProvider.scorer(model)) {
      for (DataSet set : sets) {
        List<Labelled> texts = set.heldOut(share);
        if (!texts.isEmpty()) {
          out.println(set.name());
          Evaluation one = Evaluation.of(Judgement.once(scorer, texts), 0.3, 0.9);
          out.printf(
              Locale.ROOT,
              "%25d%10.3f%10.3f%7.3f",
              texts.size(),
              one.accuracy(),
              one.macroF1(),
              one.auc());
          one.routes()
              .forEach(
                  route ->
                      out.printf(Locale.ROOT, "%9.3f/%.3f ", route.precision(), route.recall()));
          out.println();
        }
      }
    }
  }

  private static void write(LinearModel model, Path file) {
    try (OutputStream stream = Files.newOutputStream(file)) {
      ModelFile.write(model, stream);
    } catch (IOException e) {
      throw new ToolException("Cannot write " + file + ": " + e, e);
    }
  }
}
