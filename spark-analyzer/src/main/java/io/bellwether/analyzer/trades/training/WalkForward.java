package io.bellwether.analyzer.trades.training;

import io.bellwether.analyzer.scorer.data.ToolException;
import io.bellwether.analyzer.trades.forecast.Forecaster;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * Trains on what was, and tries on what came next, again and again: each stretch of time is judged
 * by a model that knows only what was over before it began.
 */
final class WalkForward {
  private WalkForward() {}

  /** The judged samples of all stretches but the first. */
  static List<Judged> of(SparkSession spark, List<Sample> samples, Target target, int stretches) {
    List<Judged> judged = new ArrayList<>();
    for (int stretch = 1; stretch <= stretches; stretch++) {
      int from = place(samples, stretch, stretches);
      List<Sample> next = samples.subList(from, place(samples, stretch + 1, stretches));
      List<Sample> known = known(samples.subList(0, from), next.get(0).at(), target);
      double usual = share(known);
      if (usual == 0 || usual == 1) {
        throw new ToolException(
            "Of the first "
                + known.size()
                + " candles "
                + (usual == 0 ? "none was" : "all were")
                + " followed by "
                + target.text()
                + ", so there is nothing to learn. Give more data, other minutes or lower costs.");
      }
      Forecaster model =
          MoveModel.forecaster(MoveModel.fit(spark, known), target.width(), target.text());
      for (Sample sample : next) {
        judged.add(new Judged(sample, model.probability(sample.features()), usual));
      }
    }
    return judged;
  }

  /** Without those whose outcome shows only in the stretch that is judged. */
  private static List<Sample> known(List<Sample> before, long begin, Target target) {
    List<Sample> known =
        before.stream().filter(sample -> sample.at() + target.nanos() <= begin).toList();
    if (known.isEmpty()) {
      throw new ToolException("There is too little data to learn from. Give more.");
    }
    return known;
  }

  private static int place(List<Sample> samples, int stretch, int stretches) {
    return (int) ((long) samples.size() * stretch / (stretches + 1));
  }

  static double share(List<Sample> samples) {
    return samples.stream().mapToInt(sample -> sample.moved() ? 1 : 0).average().orElse(0);
  }
}
