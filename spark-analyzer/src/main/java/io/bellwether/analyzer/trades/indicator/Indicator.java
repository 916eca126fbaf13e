package io.bellwether.analyzer.trades.indicator;

import io.bellwether.analyzer.trades.state.StateReader;
import io.bellwether.analyzer.trades.state.StateWriter;
import io.bellwether.analyzer.trades.trade.MarketId;
import java.io.Serializable;

/**
 * Watches the trades of each market, or of each pair, one by one. The same state and trade always
 * give the same outcome: a batch that is repeated repeats its alerts, and they are known by their
 * ids.
 *
 * @param <S> what is remembered of one market or pair; immutable
 */
public interface Indicator<S> extends Serializable {
  /** Whether there is one state for all exchanges of a base and quote, not one for each market. */
  default boolean comparesExchanges() {
    return false;
  }

  /** The state before the first trade. */
  S start(MarketId market);

  Outcome<S> on(Tick tick, S state);

  void write(S state, StateWriter to);

  /** Reads what {@link #write} has written. */
  S read(StateReader from);
}
