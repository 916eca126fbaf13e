package io.bellwether.analyzer.trades.training;

import java.util.List;
import java.util.function.Predicate;

/**
 * How often somebody was right who says yes or no to each candle.
 *
 * @param accuracy the share of all that were right
 * @param precision the share of right ones among the yes; 0 if there was no yes
 * @param recall the share of moves that had a yes; 0 if there was no move
 */
record Rates(String name, double accuracy, double precision, double recall, double yes) {
  static Rates of(String name, List<Judged> judged, Predicate<Judged> saysYes) {
    double right = 0;
    double yes = 0;
    double moves = 0;
    double both = 0;
    for (Judged one : judged) {
      boolean said = saysYes.test(one);
      boolean moved = one.sample().moved();
      right += said == moved ? 1 : 0;
      yes += said ? 1 : 0;
      moves += moved ? 1 : 0;
      both += said && moved ? 1 : 0;
    }
    return new Rates(
        name,
        right / judged.size(),
        yes == 0 ? 0 : both / yes,
        moves == 0 ? 0 : both / moves,
        yes / judged.size());
  }
}
