package io.bellwether.quickstart.page.trades;

import java.util.List;

/** What the page is told about markets, as JSON. */
public final class TradesMeasures {
  private TradesMeasures() {}

  /**
   * What has changed within a second.
   *
   * @param at milliseconds since the epoch
   * @param latest time of the latest trade, milliseconds since the epoch; 0 where there is none
   * @param markets those that have changed
   * @param mood minutes that have changed: begin in seconds since the epoch, mean score, how many
   *     were scored
   */
  public record Now(
      long at, long latest, Counts counts, List<Market> markets, List<List<Number>> mood) {}

  /**
   * How many there have been.
   *
   * @param happened on the exchanges
   * @param read distinct ones in the topic {@code trades}
   * @param doubled records of a trade that stood there already
   * @param alerts distinct ones in {@code trade-alerts}
   * @param posted those of them that a message in Slack names
   * @param dead those of them that the sink gave up
   */
  public record Counts(
      long happened, long read, long doubled, long alerts, long posted, long dead) {}

  /**
   * A market.
   *
   * @param key {@code exchange:market}
   * @param trades how many have been read
   * @param price the latest one
   * @param bars minutes: begin in seconds since the epoch, open, high, low, close, volume, VWAP or
   *     null, how many trades, 1 for a candle of the job and 0 for a minute that is not over
   * @param alerts the latest, oldest first
   */
  public record Market(
      String key,
      String exchange,
      String name,
      long trades,
      String price,
      List<List<Number>> bars,
      List<Alert> alerts) {}

  /**
   * An alert.
   *
   * @param at time of the trade that raised it, milliseconds since the epoch
   * @param kind what kind of indicator found it: {@code extreme}, {@code change}, ...
   * @param what which of the things that the indicator can find
   */
  public record Alert(
      String id, long at, String indicator, String kind, String what, String price, String text) {}
}
