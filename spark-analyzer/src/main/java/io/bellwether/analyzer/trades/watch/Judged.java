package io.bellwether.analyzer.trades.watch;

import io.bellwether.analyzer.trades.candle.Candle;
import io.bellwether.analyzer.trades.candle.Series;
import io.bellwether.analyzer.trades.forecast.Forecaster;
import io.bellwether.analyzer.trades.forecast.History;
import io.bellwether.analyzer.trades.indicator.Timing;
import io.bellwether.analyzer.trades.trade.Trade;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A market as the model has it when a trade comes, before the trade is counted.
 *
 * @param series the candle that this trade closes has the probability
 * @param probability the model's last word
 * @param fresh the same, if this trade has brought it about
 */
record Judged(
    List<Series> series, History history, OptionalDouble probability, OptionalDouble fresh) {

  static Judged of(Settings settings, Market market, Trade trade, Timing timing) {
    Judged as =
        new Judged(market.series(), market.history(), market.probability(), OptionalDouble.empty());
    Optional<Forecaster> model = settings.model();
    if (model.isEmpty() || timing != Timing.IN_ORDER) {
      return as;
    }
    for (int i = 0; i < market.series().size(); i++) {
      Series series = market.series().get(i);
      if (series.width() == model.get().width()) {
        Optional<Candle> over = series.closedBy(trade);
        return over.isPresent() ? as.with(i, over.get(), model.get()) : as;
      }
    }
    return as;
  }

  private Judged with(int index, Candle over, Forecaster model) {
    History longer = history.plus(over);
    Optional<double[]> features = longer.features();
    if (features.isEmpty()) {
      return new Judged(series, longer, probability, OptionalDouble.empty());
    }
    OptionalDouble chance = OptionalDouble.of(model.probability(features.get()));
    List<Series> changed = new ArrayList<>(series);
    changed.set(index, series.get(index).withLast(over.with(chance)));
    return new Judged(changed, longer, chance, chance);
  }
}
