package io.bellwether.analyzer.scorer.evaluation;

import io.bellwether.analyzer.scorer.data.Label;
import java.util.Comparator;
import java.util.List;

/**
 * How good a scorer is on a set of labelled texts. All figures are of the texts that it scored.
 *
 * @param unscored how many texts it gave no score
 * @param auc how likely a positive text scores higher than a negative one; NaN if there are none
 * @param calibrationError expected calibration error of what was guessed
 */
public record Evaluation(
    List<Judged> judged,
    int unscored,
    double accuracy,
    double macroF1,
    double auc,
    double calibrationError,
    double textsPerSecond,
    List<Route> routes) {

  /**
   * @param negative the threshold up to which a text is routed as negative
   * @param positive the threshold from which it is routed as positive
   */
  public static Evaluation of(Judgement judgement, double negative, double positive) {
    List<Judged> judged = judgement.judged();
    int[][] confusion = Measures.confusion(judged);
    return new Evaluation(
        judged,
        judgement.unscored(),
        Measures.accuracy(confusion),
        Measures.macroF1(confusion),
        Measures.auc(judged),
        Reliability.ofGuesses(judged).error(),
        judgement.textsPerSecond(),
        List.of(
            Route.at(Label.NEGATIVE, negative, judged),
            Route.at(Label.POSITIVE, positive, judged)));
  }

  /** How many texts of a label (row) were taken for which (column). */
  int[][] confusion() {
    return Measures.confusion(judged);
  }

  /** Texts that were taken for something else, those first whose own label seemed least likely. */
  List<Judged> worst(int count) {
    return judged.stream()
        .filter(one -> one.guess() != one.label())
        .sorted(Comparator.comparingDouble(one -> one.probability(one.label())))
        .limit(count)
        .toList();
  }
}
