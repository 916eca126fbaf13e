package io.bellwether.benchmarks.plain;

import io.bellwether.analyzer.trades.candle.Width;
import io.bellwether.analyzer.trades.indicator.Change;
import io.bellwether.analyzer.trades.indicator.Extreme;
import io.bellwether.analyzer.trades.indicator.Indicator;
import io.bellwether.analyzer.trades.indicator.Measured;
import io.bellwether.analyzer.trades.indicator.RoundTrip;
import io.bellwether.analyzer.trades.indicator.Threshold;
import io.bellwether.analyzer.trades.watch.Named;
import io.bellwether.analyzer.trades.watch.Settings;
import io.bellwether.benchmarks.load.MadeTrade;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** What the trades job watches in a measurement, with the same settings. */
public final class PlainIndicators {
  /** The indicator that has to find one trade in two. */
  public static final String LEVEL = "level";

  private static final int REMEMBERED = 256;
  private static final double FEE = 0.0025;

  private PlainIndicators() {}

  /** As config/trades-analyzer.json has it, and the level besides. */
  public static Settings settings() {
    return new Settings(
        List.of(
            named("record", new Extreme(minutes(24 * 60), minutes(15), Map.of())),
            named("spike", new Change(Measured.PRICE, minutes(5), 0, 4, minutes(15), 288, 30)),
            named("volume", new Change(Measured.VOLUME, minutes(15), 0, 4, minutes(15), 288, 30)),
            named("round-trip", new RoundTrip(0.005, 0, FEE, Map.of(), 0.0005, minutes(1))),
            named(
                LEVEL,
                new Threshold(
                    Measured.PRICE,
                    Pattern.compile(".*"),
                    new BigDecimal(MadeTrade.LEVEL),
                    new BigDecimal(MadeTrade.BACK),
                    true,
                    minutes(60)))),
        List.of(Width.values()),
        minutes(5),
        REMEMBERED,
        null,
        minutes(90L * 24 * 60));
  }

  /** Nothing but what a market has without windows. */
  public static Settings withoutWindows() {
    return new Settings(
        List.of(named("record", new Extreme(minutes(24 * 60), minutes(15), Map.of()))),
        List.of(),
        minutes(5),
        1,
        null,
        minutes(90L * 24 * 60));
  }

  private static Named named(String name, Indicator<?> indicator) {
    return new Named(name, name, name.hashCode(), indicator);
  }

  private static long minutes(long minutes) {
    return TimeUnit.MINUTES.toNanos(minutes);
  }
}
