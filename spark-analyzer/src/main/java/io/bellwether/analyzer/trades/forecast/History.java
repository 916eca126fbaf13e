package io.bellwether.analyzer.trades.forecast;

import io.bellwether.analyzer.trades.candle.Candle;
import io.bellwether.analyzer.trades.state.StateReader;
import io.bellwether.analyzer.trades.state.StateWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A market's last candles, as a model looks at them. Windows without a trade have the price of the
 * one before and no volume.
 *
 * @param window the number of the newest; -1 before the first
 * @param closes the newest last; NaN where there is none yet
 * @param volumes the newest last
 * @param range of the newest: the logarithm of high by low
 */
@SuppressWarnings("ArrayRecordComponent") // never handed out, and copied before it is changed
public record History(long window, double[] closes, double[] volumes, double range) {
  /** In the order of {@link #features}. Names of the model's columns. */
  public static final List<String> FEATURES =
      List.of("return_1", "return_3", "return_6", "return_12", "volatility", "range", "volume");

  private static final int VOLUMES = 12;
  private static final int CLOSES = VOLUMES + 1;

  public static History empty() {
    double[] closes = new double[CLOSES];
    Arrays.fill(closes, Double.NaN);
    return new History(-1, closes, new double[VOLUMES], 0);
  }

  /** With a candle that comes after all others. */
  public History plus(Candle candle) {
    double close = candle.close().doubleValue();
    double silent = closes[CLOSES - 1];
    int steps = (int) Math.min(window < 0 ? 1 : candle.window() - window, CLOSES);
    double[] newCloses = shifted(closes, steps, silent);
    double[] newVolumes = shifted(volumes, Math.min(steps, VOLUMES), 0);
    newCloses[CLOSES - 1] = close;
    newVolumes[VOLUMES - 1] = candle.volume().doubleValue();
    double newRange = Math.log(candle.high().doubleValue() / candle.low().doubleValue());
    return new History(candle.window(), newCloses, newVolumes, newRange);
  }

  private static double[] shifted(double[] values, int steps, double fill) {
    double[] moved = new double[values.length];
    System.arraycopy(values, steps, moved, 0, values.length - steps);
    Arrays.fill(moved, values.length - steps, values.length, fill);
    return moved;
  }

  /** What the model is asked; empty before there are thirteen windows. */
  public Optional<double[]> features() {
    if (Double.isNaN(closes[0])) {
      return Optional.empty();
    }
    double mean = Arrays.stream(volumes).average().orElse(0);
    double newest = volumes[VOLUMES - 1];
    return Optional.of(
        new double[] {
          change(1),
          change(3),
          change(6),
          change(12),
          volatility(),
          range,
          mean == 0 ? 0 : newest / mean - 1
        });
  }

  private double change(int windows) {
    return Math.log(closes[CLOSES - 1] / closes[CLOSES - 1 - windows]);
  }

  private double volatility() {
    double squares = 0;
    for (int i = 1; i < CLOSES; i++) {
      double change = Math.log(closes[i] / closes[i - 1]);
      squares += change * change;
    }
    return Math.sqrt(squares / VOLUMES);
  }

  public void write(StateWriter to) {
    to.number(window);
    if (window >= 0) {
      Arrays.stream(closes).forEach(to::real);
      Arrays.stream(volumes).forEach(to::real);
      to.real(range);
    }
  }

  public static History read(StateReader from) {
    long window = from.number();
    if (window < 0) {
      return empty();
    }
    double[] closes = new double[CLOSES];
    double[] volumes = new double[VOLUMES];
    Arrays.setAll(closes, i -> from.real());
    Arrays.setAll(volumes, i -> from.real());
    return new History(window, closes, volumes, from.real());
  }
}
