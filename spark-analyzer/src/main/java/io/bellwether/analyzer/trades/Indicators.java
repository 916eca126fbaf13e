package io.bellwether.analyzer.trades;

import io.bellwether.analyzer.config.AnalyzerConfig;
import io.bellwether.analyzer.trades.forecast.Forecaster;
import io.bellwether.analyzer.trades.indicator.Change;
import io.bellwether.analyzer.trades.indicator.Extreme;
import io.bellwether.analyzer.trades.indicator.Indicator;
import io.bellwether.analyzer.trades.indicator.Measured;
import io.bellwether.analyzer.trades.indicator.Probability;
import io.bellwether.analyzer.trades.indicator.RoundTrip;
import io.bellwether.analyzer.trades.indicator.Threshold;
import io.bellwether.analyzer.trades.watch.Named;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** One indicator of a configuration, made of its keys. */
final class Indicators {
  private static final double PERCENT = 100;
  private final AnalyzerConfig config;
  private final String prefix;

  private Indicators(AnalyzerConfig config, String name) {
    this.config = config;
    this.prefix = IndicatorKeys.prefix(name);
  }

  /**
   * @param seeds of those of type 'extreme'
   * @param forecaster needed only by those of type 'probability'
   */
  static Named named(
      AnalyzerConfig config,
      String name,
      Map<String, Extreme.Seed> seeds,
      Optional<Forecaster> forecaster) {
    Indicators keys = new Indicators(config, name);
    IndicatorKeys type = IndicatorKeys.of(keys.text(IndicatorKeys.TYPE));
    StringBuilder state = new StringBuilder(name).append('|').append(type.word());
    for (String key : type.stateKeys()) {
      state.append('|').append(config.value(keys.prefix + key));
    }
    return new Named(
        name, type.word(), state.toString().hashCode(), keys.make(type, seeds, forecaster));
  }

  private Indicator<?> make(
      IndicatorKeys type, Map<String, Extreme.Seed> seeds, Optional<Forecaster> forecaster) {
    return switch (type) {
      case EXTREME ->
          new Extreme(minutes(IndicatorKeys.SETTLE), minutes(IndicatorKeys.QUIET), seeds);
      case CHANGE ->
          new Change(
              measured(),
              minutes(IndicatorKeys.WINDOW),
              real(IndicatorKeys.PERCENT),
              real(IndicatorKeys.SIGMA),
              minutes(IndicatorKeys.QUIET),
              number(IndicatorKeys.PAST),
              number(IndicatorKeys.PAST_AT_LEAST));
      case THRESHOLD -> threshold();
      case ROUND_TRIP ->
          new RoundTrip(
              real(IndicatorKeys.AT_LEAST) / PERCENT,
              real(IndicatorKeys.ENDS_BELOW) / PERCENT,
              real(IndicatorKeys.FEE) / PERCENT,
              fees(),
              real(IndicatorKeys.SPREAD) / PERCENT,
              TimeUnit.SECONDS.toNanos(number(IndicatorKeys.MAX_AGE)));
      case PROBABILITY ->
          new Probability(
              real(IndicatorKeys.PROBABLE),
              minutes(IndicatorKeys.QUIET),
              forecaster.map(Forecaster::expected).orElse(""));
    };
  }

  private Threshold threshold() {
    BigDecimal level = new BigDecimal(text(IndicatorKeys.LEVEL));
    boolean upwards = text(IndicatorKeys.DIRECTION).equalsIgnoreCase("up");
    BigDecimal share = BigDecimal.valueOf(real(IndicatorKeys.HYSTERESIS)).movePointLeft(2);
    BigDecimal factor = upwards ? BigDecimal.ONE.subtract(share) : BigDecimal.ONE.add(share);
    return new Threshold(
        measured(),
        Pattern.compile(text(IndicatorKeys.MARKETS)),
        level,
        level.multiply(factor),
        upwards,
        minutes(IndicatorKeys.WINDOW));
  }

  private Map<String, Double> fees() {
    Map<String, Double> fees = new TreeMap<>();
    for (String fee : config.list(prefix + IndicatorKeys.FEES)) {
      int colon = fee.indexOf(':');
      fees.put(fee.substring(0, colon), Double.parseDouble(fee.substring(colon + 1)) / PERCENT);
    }
    return fees;
  }

  private Measured measured() {
    return Measured.valueOf(text(IndicatorKeys.OF).toUpperCase(Locale.ROOT));
  }

  private String text(String key) {
    return config.text(prefix + key);
  }

  private double real(String key) {
    return (double) config.value(prefix + key);
  }

  private long number(String key) {
    return (long) config.value(prefix + key);
  }

  private long minutes(String key) {
    return TimeUnit.MINUTES.toNanos(number(key));
  }
}
