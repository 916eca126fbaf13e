package io.bellwether.analyzer.scorer.training;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import io.bellwether.analyzer.scorer.data.Label;
import io.bellwether.analyzer.scorer.data.Labelled;
import io.bellwether.analyzer.scorer.data.ToolException;
import io.bellwether.analyzer.scorer.linear.LinearModel;
import io.bellwether.analyzer.scorer.linear.TextFeatures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Logistic regression with LIBLINEAR, one label against the others, then calibrated together on
 * texts that the fitted weights had not seen: each file by a model of the other files, because the
 * messages to be scored will not be quite like those that were labelled either. Of a single file,
 * each third by a model of the other two.
 */
final class Trainer {
  private static final int FOLDS = 3;
  private static final double COST = 1;
  private static final double TOLERANCE = 0.01;

  /** By how much the lexicon's few numbers outweigh one of the many slots. */
  private static final double NUMBER_SCALE = 4;

  private final List<Labelled> rows = new ArrayList<>();
  private final int[] files;
  private final Feature[][] features;

  /**
   * @param texts file by file
   * @throws ToolException if a label is missing
   */
  Trainer(List<List<Labelled>> texts) {
    texts.forEach(rows::addAll);
    files = new int[rows.size()];
    int at = 0;
    for (int file = 0; file < texts.size(); file++) {
      Arrays.fill(files, at, at + texts.get(file).size(), file);
      at += texts.get(file).size();
    }
    Set<Label> missing = missing(row -> true);
    if (!missing.isEmpty()) {
      throw new ToolException(
          "There is no text that is labelled " + missing.iterator().next().word());
    }
    TextFeatures reader = new TextFeatures();
    features = new Feature[rows.size()][];
    for (int i = 0; i < features.length; i++) {
      reader.read(rows.get(i).text());
      features[i] = features(reader);
    }
  }

  private Set<Label> missing(IntPredicate among) {
    Set<Label> missing = EnumSet.allOf(Label.class);
    for (int i = 0; i < rows.size(); i++) {
      if (among.test(i)) {
        missing.remove(rows.get(i).label());
      }
    }
    return missing;
  }

  /** A model of all rows. */
  LinearModel train(String about) {
    int[] thirds = new int[rows.size()];
    Arrays.setAll(thirds, i -> i % FOLDS);
    double[] calibration = calibrated(canDoWithoutAnyFile() ? files : thirds);
    return fitted(i -> true, about, Calibration.careful(calibration));
  }

  private boolean canDoWithoutAnyFile() {
    return Arrays.stream(files)
        .distinct()
        .allMatch(file -> missing(i -> files[i] != file).isEmpty());
  }

  /** Fitted to what each part gets from a model of the other parts. */
  private double[] calibrated(int[] parts) {
    List<double[]> sums = new ArrayList<>();
    List<Label> labels = new ArrayList<>();
    TextFeatures reader = new TextFeatures();
    for (int part : Arrays.stream(parts).distinct().toArray()) {
      LinearModel others = fitted(i -> parts[i] != part, "", Calibration.none());
      for (int i = 0; i < parts.length; i++) {
        if (parts[i] == part) {
          double[] sum = new double[LinearModel.CLASSES];
          reader.read(rows.get(i).text());
          others.sums(reader, sum);
          sums.add(sum);
          labels.add(rows.get(i).label());
        }
      }
    }
    return Calibration.fit(sums, labels);
  }

  private LinearModel fitted(IntPredicate taken, String about, double[] calibration) {
    List<Feature[]> texts = new ArrayList<>();
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < features.length; i++) {
      if (taken.test(i)) {
        texts.add(features[i]);
        labels.add(rows.get(i).label());
      }
    }
    double[][] weights = new double[LinearModel.CLASSES][];
    for (Label label : Label.values()) {
      weights[label.index()] = weights(texts, labels, label);
    }
    return packed(weights, about, calibration);
  }

  private static double[] weights(List<Feature[]> texts, List<Label> labels, Label label) {
    boolean[] labelled = new boolean[texts.size()];
    for (int i = 0; i < labelled.length; i++) {
      labelled[i] = labels.get(i) == label;
    }
    double[] factors = Evidence.of(texts, labelled);
    Problem problem = new Problem();
    problem.l = labelled.length;
    problem.n = factors.length;
    problem.x = new Feature[labelled.length][];
    problem.y = new double[labelled.length];
    for (int i = 0; i < labelled.length; i++) {
      problem.x[i] = scaled(texts.get(i), factors);
      problem.y[i] = labelled[i] ? 1 : -1;
    }
    Linear.disableDebugOutput();
    Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, COST, TOLERANCE));
    // Its weights speak for the label that it met first.
    int sign = model.getLabels()[0];
    double[] weights = model.getFeatureWeights();
    for (int i = 0; i < factors.length; i++) {
      weights[i] *= sign * factors[i];
    }
    return weights;
  }

  private static Feature[] scaled(Feature[] text, double[] factors) {
    Feature[] scaled = new Feature[text.length];
    for (int i = 0; i < text.length; i++) {
      int index = text[i].getIndex();
      scaled[i] = new FeatureNode(index, text[i].getValue() * factors[index - 1]);
    }
    return scaled;
  }

  private static LinearModel packed(double[][] weights, String about, double[] calibration) {
    double largest = 1e-9;
    for (double[] one : weights) {
      for (int i = 0; i < TextFeatures.SLOTS; i++) {
        largest = Math.max(largest, Math.abs(one[i]));
      }
    }
    double unit = largest / Short.MAX_VALUE;
    short[] slots = new short[TextFeatures.SLOTS * LinearModel.CLASSES];
    double[] numbers = new double[TextFeatures.NUMBERS * LinearModel.CLASSES];
    double[] biases = new double[LinearModel.CLASSES];
    for (int label = 0; label < LinearModel.CLASSES; label++) {
      for (int i = 0; i < TextFeatures.SLOTS; i++) {
        slots[i * LinearModel.CLASSES + label] = (short) Math.round(weights[label][i] / unit);
      }
      for (int i = 0; i < TextFeatures.NUMBERS; i++) {
        numbers[i * LinearModel.CLASSES + label] =
            weights[label][TextFeatures.SLOTS + i] * NUMBER_SCALE;
      }
      biases[label] = weights[label][TextFeatures.SLOTS + TextFeatures.NUMBERS];
    }
    return new LinearModel(about, unit, slots, numbers, biases, calibration);
  }

  private static Feature[] features(TextFeatures reader) {
    List<Feature> nodes = new ArrayList<>(reader.count() + TextFeatures.NUMBERS + 1);
    int from = 0;
    for (int group = 0; group < TextFeatures.GROUPS; group++) {
      for (int i = from; i < reader.end(group); i++) {
        nodes.add(new FeatureNode(reader.slot(i) + 1, reader.weight(group)));
      }
      from = reader.end(group);
    }
    for (int i = 0; i < TextFeatures.NUMBERS; i++) {
      double value = reader.number(i) * NUMBER_SCALE;
      nodes.add(new FeatureNode(TextFeatures.SLOTS + 1 + i, value));
    }
    nodes.add(new FeatureNode(TextFeatures.SLOTS + TextFeatures.NUMBERS + 1, 1));
    Feature[] sorted = nodes.toArray(new Feature[0]);
    Arrays.sort(sorted, Comparator.comparingInt(Feature::getIndex));
    return sorted;
  }
}
