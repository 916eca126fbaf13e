package io.bellwether.analyzer.trades.indicator;

import io.bellwether.analyzer.trades.state.StateReader;
import io.bellwether.analyzer.trades.state.StateWriter;
import io.bellwether.analyzer.trades.trade.Figures;
import io.bellwether.analyzer.trades.trade.MarketId;
import io.bellwether.analyzer.trades.trade.Trade;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A price or a volume that changes much within a window: in percent, and in standard deviations of
 * the market's own past. A price is compared with that at the beginning of the window; a volume
 * with the mean of past windows, and only more of it is news.
 *
 * @param window its length in nanoseconds
 * @param percent at least; 0 or less for any
 * @param sigma at least; 0 or less for any
 * @param quiet how long after an alert the next in the same direction waits, nanoseconds
 * @param memory how many windows of the past count, about
 * @param pastAtLeast how many windows there must be before there are standard deviations
 */
public record Change(
    Measured of,
    long window,
    double percent,
    double sigma,
    long quiet,
    double memory,
    long pastAtLeast)
    implements Indicator<Change.State> {
  private static final double PERCENT = 100;

  /**
   * @param upAlert the time of the last alert; -1 before it
   */
  public record State(Windowed windowed, long upAlert, long downAlert) {}

  @Override
  public State start(MarketId market) {
    return new State(Windowed.EMPTY, -1, -1);
  }

  @Override
  public Outcome<State> on(Tick tick, State state) {
    Trade trade = tick.trade();
    if (tick.timing() == Timing.LATE
        || (of == Measured.PRICE && tick.timing() == Timing.OUT_OF_ORDER)) {
      return Outcome.nothing(state);
    }
    Windowed now = state.windowed.plus(trade, this);
    State next = new State(now, state.upAlert, state.downAlert);
    OptionalDouble change = of == Measured.PRICE ? now.priceChange() : now.volumeChange();
    if (change.isEmpty() || tick.timing() != Timing.IN_ORDER) {
      return Outcome.nothing(next);
    }
    double inPercent = change.getAsDouble() * PERCENT;
    boolean up = inPercent > 0;
    OptionalDouble deviations = now.sigma(of, pastAtLeast);
    long lastAlert = up ? state.upAlert : state.downAlert;
    boolean isNews =
        (up || (of == Measured.PRICE && inPercent < 0))
            && reaches(OptionalDouble.of(inPercent), percent)
            && reaches(deviations, sigma)
            && (lastAlert < 0 || trade.at() - lastAlert >= quiet);
    if (!isNews) {
      return Outcome.nothing(next);
    }
    return Outcome.of(
        new State(now, up ? trade.at() : state.upAlert, up ? state.downAlert : trade.at()),
        finding(up ? "up" : "down", inPercent, deviations));
  }

  private static boolean reaches(OptionalDouble value, double least) {
    return least <= 0 || (value.isPresent() && Math.abs(value.getAsDouble()) >= least);
  }

  private Finding finding(String what, double inPercent, OptionalDouble deviations) {
    String minutes = Spans.text(window);
    StringBuilder text = new StringBuilder();
    Map<String, Object> details = new LinkedHashMap<>();
    if (of == Measured.VOLUME) {
      text.append("volume ");
    }
    text.append(Figures.signed(inPercent)).append(" % in ").append(minutes);
    details.put("change_percent", inPercent);
    details.put("window", minutes);
    if (deviations.isPresent()) {
      double size = deviations.getAsDouble();
      text.append(", ").append(Figures.tenths(Math.abs(size))).append(" sigma");
      details.put("sigma", size);
    }
    return new Finding(what, text.toString(), details);
  }

  @Override
  public void write(State state, StateWriter to) {
    state.windowed.write(to);
    to.number(state.upAlert);
    to.number(state.downAlert);
  }

  @Override
  public State read(StateReader from) {
    return new State(Windowed.read(from), from.number(), from.number());
  }
}
