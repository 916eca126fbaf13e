package io.bellwether.analyzer.trades.watch;

import io.bellwether.analyzer.trades.indicator.Finding;
import io.bellwether.analyzer.trades.trade.Figures;
import io.bellwether.analyzer.trades.trade.Trade;
import java.util.OptionalDouble;

/** Something that a person should hear of. */
public record Alert(
    String indicator, String type, Trade trade, Finding finding, OptionalDouble probability) {
  /** The same whenever the same trade is read again. */
  public String eventId() {
    return "alert:" + indicator + ":" + finding.what() + ":" + trade.eventId();
  }

  /** For a person: {@code BTC/USD on Kraken: 11,014.3, +2.4 % in 5 min, 4.1 sigma}. */
  public String text() {
    return trade.market().pair()
        + " on "
        + Figures.title(trade.market().exchange())
        + ": "
        + Figures.plain(trade.price())
        + ", "
        + finding.text();
  }
}
