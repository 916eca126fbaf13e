package io.bellwether.analyzer.scorer.evaluation;

import io.bellwether.analyzer.scorer.data.Label;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An evaluation as a page of HTML without script: for each label how often what was said with a
 * probability came true (a point for each tenth, its area the number of texts; on the diagonal is
 * right), the figures, and the worst mistakes.
 */
final class ReliabilityPage {
  private static final int SIDE = 400;
  private static final int MARGIN = 45;
  private static final Map<Label, String> COLOURS =
      Map.of(Label.NEGATIVE, "#b3261e", Label.NEUTRAL, "#6b6b6b", Label.POSITIVE, "#1b7f3b");

  private ReliabilityPage() {}

  static String write(String scorer, Evaluation evaluation, int worst) {
    return """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>%1$s</title>
        <style>
        body { font: 15px/1.5 system-ui, sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em }
        td, th { text-align: left; padding: .2em .8em .2em 0; vertical-align: top }
        </style></head><body>
        <h1>How reliable %1$s is</h1>
        %2$s
        <p>A point at (0.8, 0.7): of the texts that it gave about 80 %% to be so, 70 %% are. On the
        diagonal it is right; below, too sure of itself. Larger points stand for more texts.</p>
        <h2>Figures</h2>
        <pre>%3$s</pre>
        <h2>Worst mistakes</h2>
        <table><tr><th>label</th><th>score</th><th>text</th></tr>
        %4$s</table>
        </body></html>
        """
        .formatted(
            escaped(scorer),
            picture(evaluation.judged()),
            escaped(TextReport.write(scorer, evaluation, Optional.empty(), 0)),
            mistakes(evaluation.worst(worst)));
  }

  private static String picture(List<Judged> judged) {
    StringBuilder svg = new StringBuilder();
    int size = SIDE + 2 * MARGIN;
    add(
        svg,
        "<svg viewBox='0 0 %d %d' width='%d' role='img' aria-label='Reliability diagram'>",
        size,
        size,
        size);
    add(
        svg,
        "<path d='M%1$d %1$d V%2$d H%2$d' fill='none' stroke='#444'/>"
            + "<path d='M%1$d %2$d L%2$d %1$d' stroke='#bbb' stroke-dasharray='4'/>",
        MARGIN,
        MARGIN + SIDE);
    for (int tenth = 0; tenth <= 10; tenth += 2) {
      double at = tenth / 10.0;
      add(svg, "<text x='%.0f' y='%d' text-anchor='middle'>%.1f</text>", x(at), size - 22, at);
      add(svg, "<text x='%d' y='%.0f' text-anchor='end'>%.1f</text>", MARGIN - 6, y(at) + 5, at);
    }
    add(svg, "<text x='%d' y='%d' text-anchor='middle'>said</text>", size / 2, size - 4);
    add(svg, "<text x='4' y='%d'>came true</text>", MARGIN - 18);
    for (Label label : Label.values()) {
      curve(svg, label, Reliability.of(label, judged).bins(), judged.size());
    }
    return svg.append("</svg>").toString();
  }

  private static void curve(StringBuilder svg, Label label, List<Reliability.Bin> bins, int texts) {
    String colour = COLOURS.get(label);
    StringBuilder line = new StringBuilder();
    for (Reliability.Bin bin : bins) {
      add(line, "%.1f,%.1f ", x(bin.said()), y(bin.cameTrue()));
      add(
          svg,
          "<circle cx='%.1f' cy='%.1f' r='%.1f' fill='%s' fill-opacity='.5'/>",
          x(bin.said()),
          y(bin.cameTrue()),
          2 + 22 * Math.sqrt((double) bin.count() / texts),
          colour);
    }
    add(svg, "<polyline points='%s' fill='none' stroke='%s'/>", line, colour);
    add(
        svg,
        "<text x='%d' y='%d' fill='%s'>%s</text>",
        MARGIN + 15,
        MARGIN + 20 + 20 * label.index(),
        colour,
        label.word());
  }

  private static String mistakes(List<Judged> worst) {
    StringBuilder rows = new StringBuilder();
    for (Judged one : worst) {
      add(
          rows,
          "<tr><td>%s</td><td>%.2f</td><td>%s</td></tr>%n",
          one.label().word(),
          one.score(),
          escaped(TextReport.cut(one.labelled().text())));
    }
    return rows.toString();
  }

  private static double x(double value) {
    return MARGIN + value * SIDE;
  }

  private static double y(double value) {
    return MARGIN + (1 - value) * SIDE;
  }

  private static void add(StringBuilder out, String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
