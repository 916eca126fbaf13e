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

/**
 * Logistic regression with LIBLINEAR, one label against the others, then calibrated together on
 * texts that the fitted weights had not seen.
 */
final class Trainer {
  private static final int FOLDS = 3;
  private static final double COST = 1;
  private static final double TOLERANCE = 0.01;

  /** By how much the lexicon's few numbers outweigh one of the many slots. */
  private static final double NUMBER_SCALE = 4;

  private final List<Labelled> rows;
  private final Feature[][] features;

  /**
   * @throws ToolException if a label is missing
   */
  Trainer(List<Labelled> rows) {
    Set<Label> missing = EnumSet.allOf(Label.class);
    rows.forEach(row -> missing.remove(row.label()));
    if (!missing.isEmpty()) {
      throw new ToolException(
          "There is no text that is labelled " + missing.iterator().next().word());
    }
    this.rows = rows;
    TextFeatures reader = new TextFeatures();
    features = new Feature[rows.size()][];
    for (int i = 0; i < features.length; i++) {
      reader.read(rows.get(i).text());
      features[i] = features(reader);
    }
  }

  /** A model of all rows. */
  LinearModel train(String about) {
    List<double[]> sums = new ArrayList<>();
    List<Label> labels = new ArrayList<>();
    TextFeatures reader = new TextFeatures();
    for (int fold = 0; fold < FOLDS; fold++) {
      LinearModel others = fitted(fold, "", Calibration.none());
      for (int i = fold; i < rows.size(); i += FOLDS) {
        double[] sum = new double[LinearModel.CLASSES];
        reader.read(rows.get(i).text());
        others.sums(reader, sum);
        sums.add(sum);
        labels.add(rows.get(i).label());
      }
    }
    return fitted(FOLDS, about, Calibration.fit(sums, labels));
  }

  /** Fits to all rows but every third, beginning with this one. */
  private LinearModel fitted(int leftOut, String about, double[] calibration) {
    List<Feature[]> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (int i = 0; i < features.length; i++) {
      if (leftOut == FOLDS || i % FOLDS != leftOut) {
        x.add(features[i]);
        y.add((double) rows.get(i).label().index());
      }
    }
    Problem problem = new Problem();
    problem.l = x.size();
    problem.n = TextFeatures.SLOTS + TextFeatures.NUMBERS + 1;
    problem.x = x.toArray(new Feature[0][]);
    problem.y = y.stream().mapToDouble(Double::doubleValue).toArray();
    Linear.disableDebugOutput();
    Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, COST, TOLERANCE));
    return packed(model, about, calibration);
  }

  private static LinearModel packed(Model model, String about, double[] calibration) {
    double[] weights = model.getFeatureWeights();
    int[] labels = model.getLabels();
    double largest = 1e-9;
    for (int i = 0; i < TextFeatures.SLOTS * labels.length; i++) {
      largest = Math.max(largest, Math.abs(weights[i]));
    }
    double unit = largest / Short.MAX_VALUE;
    short[] slots = new short[TextFeatures.SLOTS * LinearModel.CLASSES];
    double[] numbers = new double[TextFeatures.NUMBERS * LinearModel.CLASSES];
    double[] biases = new double[LinearModel.CLASSES];
    for (int column = 0; column < labels.length; column++) {
      int label = labels[column];
      for (int i = 0; i < TextFeatures.SLOTS; i++) {
        slots[i * LinearModel.CLASSES + label] =
            (short) Math.round(weights[i * labels.length + column] / unit);
      }
      for (int i = 0; i < TextFeatures.NUMBERS; i++) {
        int feature = TextFeatures.SLOTS + i;
        numbers[i * LinearModel.CLASSES + label] =
            weights[feature * labels.length + column] * NUMBER_SCALE;
      }
      int bias = TextFeatures.SLOTS + TextFeatures.NUMBERS;
      biases[label] = weights[bias * labels.length + column];
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
