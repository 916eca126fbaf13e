package io.bellwether.benchmarks.load;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A made-up trade.
 *
 * @param crosses whether its price crosses the level that is watched, upwards
 */
public record MadeTrade(String key, String eventId, String json, boolean crosses) {
  /** What every market's price goes up and down around. */
  public static final String LEVEL = "100";

  /** Where it must have been before a crossing counts. */
  public static final String BACK = "99.99";

  private static final String VALUE =
      """
      {"event_id":"%s","exchange":"%s","market":"%s","base":"%s","quote":"USD","id":"%d",\
      "timestamp":"%s","price":"%s","volume":"%s","side":"%s"}""";

  static MadeTrade trade(String exchange, String base, long number, boolean up, Instant at) {
    String market = base + "/USD";
    String key = exchange + ":" + market;
    String eventId = "trade:" + key + ":" + number;
    // A little of everything in the digits; never so far that other indicators have news.
    String price = up ? "100.02" + number % 10 : "99.97" + number % 10;
    String volume = "0." + (1000 + number * 7919 % 9000);
    String json =
        VALUE.formatted(
            eventId, exchange, market, base, number, at, price, volume, up ? "buy" : "sell");
    return new MadeTrade(key, eventId, json, up);
  }

  /** As a record's value. */
  public byte[] value() {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
