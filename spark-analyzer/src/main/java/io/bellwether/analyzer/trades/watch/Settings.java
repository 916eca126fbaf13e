package io.bellwether.analyzer.trades.watch;

import io.bellwether.analyzer.trades.candle.Width;
import io.bellwether.analyzer.trades.forecast.Forecaster;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * What is watched, and how.
 *
 * @param widths of the candles to write
 * @param lateness how far behind its own market's clock a trade may be, nanoseconds
 * @param remembered how many trades of a market are known again
 * @param forecaster null for none
 * @param expiry after how much of its pair's time a silent market is forgotten, nanoseconds
 */
public record Settings(
    List<Named> indicators,
    List<Width> widths,
    long lateness,
    int remembered,
    Forecaster forecaster,
    long expiry)
    implements Serializable {
  Optional<Forecaster> model() {
    return Optional.ofNullable(forecaster);
  }

  List<Named> ofMarkets() {
    return indicators.stream().filter(named -> !named.indicator().comparesExchanges()).toList();
  }

  List<Named> ofPairs() {
    return indicators.stream().filter(named -> named.indicator().comparesExchanges()).toList();
  }
}
