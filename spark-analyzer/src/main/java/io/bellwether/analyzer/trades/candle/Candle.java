package io.bellwether.analyzer.trades.candle;

import io.bellwether.analyzer.trades.state.StateReader;
import io.bellwether.analyzer.trades.state.StateWriter;
import io.bellwether.analyzer.trades.trade.Trade;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the trades of one window were. Open and close go by the trades' times; of those at one time,
 * the first that arrived opens and the last one closes.
 *
 * @param window its number: it begins at {@code window * width}
 * @param notional the sum of price times volume
 * @param count of trades
 * @param told how many trades it had when it was last written; 0 if it never was
 * @param probability of a move after it, by the model, as it was when the window closed
 */
public record Candle(
    Width width,
    long window,
    BigDecimal open,
    BigDecimal high,
    BigDecimal low,
    BigDecimal close,
    BigDecimal volume,
    BigDecimal notional,
    long openAt,
    long closeAt,
    long count,
    long told,
    OptionalDouble probability) {
  /** 34 digits, half to even. */
  public static final MathContext VWAP = MathContext.DECIMAL128;

  static Candle of(Width width, Trade trade) {
    BigDecimal price = trade.price();
    return new Candle(
        width,
        width.window(trade.at()),
        price,
        price,
        price,
        price,
        trade.volume(),
        price.multiply(trade.volume()),
        trade.at(),
        trade.at(),
        1,
        0,
        OptionalDouble.empty());
  }

  /** In nanoseconds since 1970. */
  public long start() {
    return window * width.nanos();
  }

  public long end() {
    return start() + width.nanos();
  }

  /** The volume-weighted average price; none if nothing was moved. */
  public Optional<BigDecimal> vwap() {
    return volume.signum() == 0 ? Optional.empty() : Optional.of(notional.divide(volume, VWAP));
  }

  /** Whether it has changed since it was last written. */
  public boolean hasNews() {
    return told != count;
  }

  Candle plus(Trade trade) {
    BigDecimal price = trade.price();
    boolean opens = trade.at() < openAt;
    boolean closes = trade.at() >= closeAt;
    return new Candle(
        width,
        window,
        opens ? price : open,
        price.compareTo(high) > 0 ? price : high,
        price.compareTo(low) < 0 ? price : low,
        closes ? price : close,
        volume.add(trade.volume()),
        notional.add(price.multiply(trade.volume())),
        opens ? trade.at() : openAt,
        closes ? trade.at() : closeAt,
        count + 1,
        told,
        probability);
  }

  Candle isTold() {
    return with(count, probability);
  }

  public Candle with(OptionalDouble chance) {
    return with(told, chance);
  }

  private Candle with(long toldNow, OptionalDouble chance) {
    return new Candle(
        width, window, open, high, low, close, volume, notional, openAt, closeAt, count, toldNow,
        chance);
  }

  void write(StateWriter to) {
    to.number(window);
    to.decimal(open);
    to.decimal(high);
    to.decimal(low);
    to.decimal(close);
    to.decimal(volume);
    to.decimal(notional);
    to.number(openAt - start());
    to.number(closeAt - start());
    to.number(count);
    to.number(told);
    to.flag(probability.isPresent());
    probability.ifPresent(to::real);
  }

  static Candle read(Width width, StateReader from) {
    long window = from.number();
    long start = window * width.nanos();
    return new Candle(
        width,
        window,
        from.decimal(),
        from.decimal(),
        from.decimal(),
        from.decimal(),
        from.decimal(),
        from.decimal(),
        start + from.number(),
        start + from.number(),
        from.number(),
        from.number(),
        from.flag() ? OptionalDouble.of(from.real()) : OptionalDouble.empty());
  }
}
