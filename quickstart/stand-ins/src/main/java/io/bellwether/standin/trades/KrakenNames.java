package io.bellwether.standin.trades;

import java.util.Map;
import java.util.Set;

/**
 * Kraken's own names: older currencies carry a letter in front, X for crypto and Z for others, and
 * two have another code. A pair is named by both codes with their letters if both have one.
 */
public final class KrakenNames {
  private static final Map<String, String> OTHER_CODES = Map.of("BTC", "XBT", "DOGE", "XDG");
  private static final Set<String> OLD_CRYPTO =
      Set.of("XBT", "ETH", "ETC", "LTC", "XRP", "XLM", "XMR", "ZEC", "REP", "MLN", "XDG");
  private static final Set<String> OLD_MONEY = Set.of("USD", "EUR", "GBP", "CAD", "JPY", "AUD");

  private KrakenNames() {}

  /** {@code XXBT} for {@code BTC}, {@code ZUSD} for {@code USD}, {@code ADA} for {@code ADA}. */
  public static String asset(String currency) {
    String code = code(currency);
    if (OLD_CRYPTO.contains(code)) {
      return "X" + code;
    }
    return OLD_MONEY.contains(code) ? "Z" + code : code;
  }

  /** {@code XXBTZUSD}, {@code ADAUSD}: the key of a pair in answers. */
  public static String key(Market market) {
    boolean bothOld = isOld(market.base()) && isOld(market.quote());
    return bothOld ? asset(market.base()) + asset(market.quote()) : altname(market);
  }

  /** {@code XBTUSD}. */
  public static String altname(Market market) {
    return code(market.base()) + code(market.quote());
  }

  /** {@code XBT/USD}. */
  public static String wsname(Market market) {
    return code(market.base()) + "/" + code(market.quote());
  }

  private static String code(String currency) {
    return OTHER_CODES.getOrDefault(currency, currency);
  }

  private static boolean isOld(String currency) {
    return !asset(currency).equals(code(currency));
  }
}
