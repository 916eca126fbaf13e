package io.bellwether.analyzer.scorer.evaluation;

import io.bellwether.analyzer.scorer.data.Label;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An evaluation for a person at a terminal. */
final class TextReport {
  private static final int LONGEST_TEXT = 160;

  private final StringBuilder out = new StringBuilder();

  private TextReport() {}

  static String write(
      String scorer, Evaluation evaluation, Optional<List<Optional<Route>>> suggested, int worst) {
    TextReport report = new TextReport();
    report.figures(scorer, evaluation);
    report.routes(evaluation, suggested);
    report.confusion(evaluation.confusion());
    report.mistakes(evaluation.worst(worst));
    return report.out.toString();
  }

  private void figures(String scorer, Evaluation evaluation) {
    line(
        "%s on %,d texts, %,d unscored", scorer, evaluation.judged().size(), evaluation.unscored());
    line("");
    line("accuracy           %.3f", evaluation.accuracy());
    line("macro-F1           %.3f", evaluation.macroF1());
    line("AUC                %.3f  (positive against negative)", evaluation.auc());
    line("calibration error  %.3f", evaluation.calibrationError());
    line("texts a second     %,.0f  (one thread)", evaluation.textsPerSecond());
  }

  private void routes(Evaluation evaluation, Optional<List<Optional<Route>>> suggested) {
    line("");
    line("route               precision  recall   count");
    evaluation.routes().forEach(this::route);
    suggested.ifPresent(
        found -> {
          line("suggested");
          found.forEach(
              route ->
                  route.ifPresentOrElse(
                      this::route, () -> line("no threshold has that precision")));
        });
  }

  private void route(Route route) {
    String sign = route.label() == Label.NEGATIVE ? "<=" : ">=";
    line(
        "%-8s %s %-7.4g %9.3f %7.3f %7d",
        route.label().word(),
        sign,
        route.threshold(),
        route.precision(),
        route.recall(),
        route.count());
  }

  private void confusion(int[][] confusion) {
    line("");
    line("labelled   taken for negative  neutral positive");
    for (Label label : Label.values()) {
      int[] row = confusion[label.index()];
      line("%-20s %8d %8d %8d", label.word(), row[0], row[1], row[2]);
    }
  }

  private void mistakes(List<Judged> worst) {
    if (worst.isEmpty()) {
      return;
    }
    line("");
    line("worst mistakes (label, score, text)");
    for (Judged one : worst) {
      line("%-8s %.2f  %s", one.label().word(), one.score(), cut(one.labelled().text()));
    }
  }

  /** On one line, and without what a terminal would obey. */
  static String cut(String text) {
    String plain = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return plain.length() <= LONGEST_TEXT ? plain : plain.substring(0, LONGEST_TEXT) + "…";
  }

  private void line(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }
}
