package io.bellwether.analyzer.scorer.evaluation;

import io.bellwether.analyzer.scorer.data.Label;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An end of the scale and what it catches.
 *
 * @param label what it is to catch: negative from 0 up to the threshold, positive from the
 *     threshold up to 1
 * @param precision the share of what it catches that has the label; 0 if it catches nothing
 * @param recall the share of what has the label that it catches; 0 if nothing has
 * @param count how many texts it catches
 */
public record Route(Label label, double threshold, double precision, double recall, int count) {

  static Route at(Label label, double threshold, List<Judged> judged) {
    int caught = 0;
    int hits = 0;
    int all = 0;
    for (Judged one : judged) {
      boolean isIt = one.label() == label;
      boolean taken = label == Label.NEGATIVE ? one.score() <= threshold : one.score() >= threshold;
      all += isIt ? 1 : 0;
      caught += taken ? 1 : 0;
      hits += isIt && taken ? 1 : 0;
    }
    return new Route(label, threshold, share(hits, caught), share(hits, all), caught);
  }

  /** The route that catches most with at least this precision, if there is any. */
  static Optional<Route> suggest(Label label, double precision, List<Judged> judged) {
    Comparator<Judged> outwards = Comparator.comparingDouble(Judged::score);
    List<Judged> sorted =
        judged.stream().sorted(label == Label.NEGATIVE ? outwards : outwards.reversed()).toList();
    int hits = 0;
    Optional<Double> best = Optional.empty();
    for (int i = 0; i < sorted.size(); i++) {
      hits += sorted.get(i).label() == label ? 1 : 0;
      boolean tied = i + 1 < sorted.size() && sorted.get(i + 1).score() == sorted.get(i).score();
      if (!tied && hits > 0 && share(hits, i + 1) >= precision) {
        best = Optional.of(sorted.get(i).score());
      }
    }
    return best.map(threshold -> at(label, threshold, judged));
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
