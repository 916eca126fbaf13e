package io.bellwether.analyzer.trades;

import io.bellwether.analyzer.config.AnalyzerConfig;
import io.bellwether.analyzer.trades.candle.Width;
import io.bellwether.analyzer.trades.forecast.Forecaster;
import io.bellwether.analyzer.trades.indicator.Extreme;
import io.bellwether.analyzer.trades.watch.Named;
import io.bellwether.analyzer.trades.watch.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The trades job's part of a configuration.
 *
 * @param shared what all jobs have
 */
record TradesConfig(AnalyzerConfig shared) {
  String alertsTopic() {
    return shared.text(TradesKeys.ALERTS_TOPIC);
  }

  String indicatorsTopic() {
    return shared.text(TradesKeys.INDICATORS_TOPIC);
  }

  String deadTopic() {
    return shared.text(TradesKeys.DEAD_TOPIC);
  }

  /** Empty for no limit. */
  Optional<Duration> maxAlertAge() {
    long minutes = (long) shared.value(TradesKeys.MAX_AGE);
    return minutes == 0 ? Optional.empty() : Optional.of(Duration.ofMinutes(minutes));
  }

  Duration expiry() {
    return Duration.ofDays((long) shared.value(TradesKeys.EXPIRY));
  }

  Optional<String> model() {
    return Optional.ofNullable(shared.text(TradesKeys.MODEL));
  }

  /** A fault for each seed file that cannot be read. */
  List<String> seedFaults() {
    List<String> faults = new ArrayList<>();
    for (String name : shared.list(TradesKeys.INDICATORS)) {
      try {
        seeds(name);
      } catch (BadSeedException e) {
        faults.add(IndicatorKeys.prefix(name) + IndicatorKeys.SEED + ": " + e.getMessage());
      }
    }
    return faults;
  }

  /**
   * What the job watches.
   *
   * @throws IllegalStateException if a seed file cannot be read, which {@link #seedFaults} tells
   */
  Settings settings(Optional<Forecaster> forecaster) {
    List<Named> indicators = new ArrayList<>();
    for (String name : shared.list(TradesKeys.INDICATORS)) {
      try {
        indicators.add(Indicators.named(shared, name, seeds(name), forecaster));
      } catch (BadSeedException e) {
        throw new IllegalStateException(e);
      }
    }
    List<Width> widths =
        shared.list(TradesKeys.CANDLES).stream().map(Width::of).distinct().toList();
    return new Settings(
        indicators,
        widths,
        TimeUnit.MINUTES.toNanos((long) shared.value(TradesKeys.LATENESS)),
        (int) shared.value(TradesKeys.REMEMBERED),
        forecaster.orElse(null),
        expiry().toNanos());
  }

  private Map<String, Extreme.Seed> seeds(String name) throws BadSeedException {
    String file = (String) shared.value(IndicatorKeys.prefix(name) + IndicatorKeys.SEED);
    return file == null ? Map.of() : Seeds.read(Path.of(file));
  }
}
