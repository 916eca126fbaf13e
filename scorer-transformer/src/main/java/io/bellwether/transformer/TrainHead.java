package io.bellwether.transformer;

import io.bellwether.analyzer.scorer.data.Label;
import io.bellwether.analyzer.scorer.data.Labelled;
import io.bellwether.analyzer.scorer.data.LabelledCsv;
import io.bellwether.analyzer.scorer.data.ToolArguments;
import io.bellwether.analyzer.scorer.data.ToolException;
import io.bellwether.analyzer.scorer.linear.TextFeatures;
import io.bellwether.analyzer.scorer.training.DataSet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Trains what stands on top of the built-in network: {@code TrainHead data=a.csv,b.csv out=my.head}
 * with the same arguments, rows and hold-out as the training of the scorer linear. Of each file the
 * share {@code holdout} is left out; measure the result on it with 'evaluate'.
 */
public final class TrainHead {
  private static final int LONGEST = 128;
  private static final double DEFAULT_HOLD_OUT = 0.3;
  private static final long LARGEST_SEED = 1L << 53;
  private static final Set<String> ARGUMENTS =
      Set.of("data", "text", "label", "out", "seed", "holdout");

  private TrainHead() {}

  public static void main(String[] args) throws IOException {
    try {
      train(new ToolArguments(List.of(args), ARGUMENTS));
    } catch (ToolException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void train(ToolArguments arguments) throws IOException {
    Path out = Path.of(arguments.required("out"));
    LabelledCsv csv =
        new LabelledCsv(
            arguments.text("text").orElse("text"), arguments.text("label").orElse("label"));
    long seed = arguments.number("seed", 0, LARGEST_SEED).map(Double::longValue).orElse(42L);
    double share = arguments.number("holdout", 0, 0.9).orElse(DEFAULT_HOLD_OUT);
    List<Labelled> rows = new ArrayList<>();
    DataSet.read(arguments.required("data"), csv, seed)
        .forEach(set -> rows.addAll(set.kept(share)));
    Head head = head(rows);
    try (OutputStream file = Files.newOutputStream(out)) {
      head.write(file);
    }
    System.out.printf(
        "Wrote %s, %,d bytes, trained on %,d texts.%n", out, Files.size(out), rows.size());
  }

  static Head head(List<Labelled> rows) throws IOException {
    List<double[]> texts = new ArrayList<>();
    List<Label> labels = new ArrayList<>();
    TextFeatures lexicons = new TextFeatures();
    int threads = Runtime.getRuntime().availableProcessors();
    try (Tokenizer tokenizer = BuiltIn.tokenizer(LONGEST);
        Network network = BuiltIn.network(threads)) {
      for (Labelled row : rows) {
        Optional<long[]> pieces = tokenizer.tokens(row.text());
        if (pieces.isPresent()) {
          float[] answer = network.answers(List.of(pieces.get())).get(0);
          texts.add(SummedUp.numbers(lexicons, row.text(), answer, pieces.get().length));
          labels.add(row.label());
        }
      }
    }
    return HeadTrainer.fit(texts, labels);
  }
}
