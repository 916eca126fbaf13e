package io.bellwether.analyzer.trades.watch;

import io.bellwether.analyzer.trades.candle.Candle;
import io.bellwether.analyzer.trades.candle.Series;
import io.bellwether.analyzer.trades.forecast.Forecaster;
import io.bellwether.analyzer.trades.forecast.History;
import io.bellwether.analyzer.trades.indicator.Timing;
import io.bellwether.analyzer.trades.trade.Trade;
import java.util.Optional;
import java.util.OptionalDouble;

/** Asks the model about a market when a trade closes a candle, before that trade is counted. */
final class Forecast {
  private Forecast() {}

  /**
   * Tells the market what the model says; the candle that is closed has it too.
   *
   * @return the probability, if this trade has brought it about
   */
  static OptionalDouble of(Settings settings, Market market, Trade trade, Timing timing) {
    Optional<Forecaster> model = settings.model();
    if (model.isEmpty() || timing != Timing.IN_ORDER) {
      return OptionalDouble.empty();
    }
    for (Series series : market.series()) {
      if (series.width() == model.get().width()) {
        Optional<Candle> over = series.closedBy(trade);
        return over.isPresent()
            ? of(model.get(), market, series, over.get())
            : OptionalDouble.empty();
      }
    }
    return OptionalDouble.empty();
  }

  private static OptionalDouble of(Forecaster model, Market market, Series series, Candle over) {
    History longer = market.history().plus(over);
    Optional<double[]> features = longer.features();
    if (features.isEmpty()) {
      market.judge(longer, market.probability());
      return OptionalDouble.empty();
    }
    OptionalDouble chance = OptionalDouble.of(model.probability(features.get()));
    series.replaceLast(over.with(chance));
    market.judge(longer, chance);
    return chance;
  }
}
