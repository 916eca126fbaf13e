package io.bellwether.quickstart.page.trades;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A minute of a market, in numbers good enough to be drawn.
 *
 * @param start seconds since the epoch
 * @param vwap null where nothing was moved, and in a minute that is not over
 * @param told whether the job has told it
 */
record Bar(
    long start,
    double open,
    double high,
    double low,
    double close,
    double volume,
    Double vwap,
    long count,
    boolean told) {
  static final int SECONDS = 60;

  /** A candle of one minute as docs/contracts.md has it. */
  static Bar of(JsonNode candle) {
    String vwap = candle.path("vwap").asText("");
    return new Bar(
        Instant.parse(candle.path("start").asText()).getEpochSecond(),
        number(candle, "open"),
        number(candle, "high"),
        number(candle, "low"),
        number(candle, "close"),
        number(candle, "volume"),
        vwap.isEmpty() || vwap.equals("null") ? null : Double.valueOf(vwap),
        candle.path("count").asLong(),
        true);
  }

  /** The minute of a trade. */
  static long minute(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), (long) SECONDS) * SECONDS;
  }

  /** A minute that has had one trade. */
  static Bar of(Instant time, double price, double volume) {
    return new Bar(minute(time), price, price, price, price, volume, null, 1, false);
  }

  Bar plus(double price, double more) {
    return new Bar(
        start,
        open,
        Math.max(high, price),
        Math.min(low, price),
        price,
        volume + more,
        null,
        count + 1,
        false);
  }

  List<Number> row() {
    return Arrays.asList(start, open, high, low, close, volume, vwap, count, told ? 1 : 0);
  }

  private static double number(JsonNode candle, String field) {
    return Double.parseDouble(candle.path(field).asText());
  }
}
