package io.bellwether.connect.nomics.source.read;

import io.bellwether.connect.nomics.source.mapping.Market;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.connect.errors.ConnectException;

/** Markets as one text, in which the connector hands them to its tasks: a line each. */
public final class MarketList {
  private static final int FIELDS = 6;

  private MarketList() {}

  /** The text; a market whose names would break it is left out by {@link #isWritable}. */
  public static String write(List<Market> markets) {
    return markets.stream()
        .map(
            market ->
                String.join(
                    "\t",
                    market.exchange(),
                    market.name(),
                    market.base(),
                    market.quote(),
                    market.symbol(),
                    market.active() ? "1" : "0"))
        .collect(Collectors.joining("\n"));
  }

  /** Reads what {@link #write} wrote. */
  public static List<Market> read(String text) {
    return text.lines().map(MarketList::market).toList();
  }

  private static Market market(String line) {
    String[] fields = line.split("\t", -1);
    if (fields.length != FIELDS) {
      throw new ConnectException("No market: '" + line + "'");
    }
    return new Market(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5].equals("1"));
  }

  /** Whether the names of a market have no control characters. */
  public static boolean isWritable(Market market) {
    return (market.key() + market.base() + market.quote() + market.symbol())
        .chars()
        .noneMatch(Character::isISOControl);
  }
}
