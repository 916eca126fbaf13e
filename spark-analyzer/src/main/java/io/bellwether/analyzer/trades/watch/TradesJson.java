package io.bellwether.analyzer.trades.watch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.bellwether.analyzer.trades.candle.Candle;
import io.bellwether.analyzer.trades.trade.MarketId;
import io.bellwether.analyzer.trades.trade.Times;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Map;

/** What the job writes, as JSON (docs/contracts.md). */
public final class TradesJson {
  /** Of a malformed value this many characters are kept. */
  private static final int LONGEST_VALUE = 10_000;

  private static final JsonFactory JSON = new JsonFactory();

  private TradesJson() {}

  @FunctionalInterface
  private interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  public static String alert(Alert alert) {
    return object(
        json -> {
          json.writeStringField("event_id", alert.eventId());
          json.writeStringField("indicator", alert.indicator());
          json.writeStringField("type", alert.type());
          json.writeStringField("what", alert.finding().what());
          market(alert.trade().market(), json);
          decimal("price", alert.trade().price(), json);
          json.writeStringField("at", Times.text(alert.trade().at()));
          json.writeStringField("trade", alert.trade().eventId());
          for (Map.Entry<String, Object> detail : alert.finding().details().entrySet()) {
            json.writeObjectField(detail.getKey(), detail.getValue());
          }
          if (alert.probability().isPresent()) {
            json.writeNumberField("probability", alert.probability().getAsDouble());
          }
          json.writeStringField("text", alert.text());
        });
  }

  public static String candle(Closed closed) {
    Candle candle = closed.candle();
    return object(
        json -> {
          json.writeStringField("event_id", closed.eventId());
          json.writeNumberField("event_version", candle.count());
          json.writeStringField("indicator", "candle");
          market(closed.market(), json);
          json.writeStringField("window", candle.width().word());
          json.writeStringField("start", Times.text(candle.start()));
          decimal("open", candle.open(), json);
          decimal("high", candle.high(), json);
          decimal("low", candle.low(), json);
          decimal("close", candle.close(), json);
          decimal("volume", candle.volume(), json);
          decimal("vwap", candle.vwap().orElse(null), json);
          json.writeStringField("count", Long.toString(candle.count()));
          if (candle.probability().isPresent()) {
            json.writeNumberField("probability", candle.probability().getAsDouble());
          }
          Counts counts = closed.counts();
          json.writeNumberField("out_of_order_total", counts.outOfOrder());
          json.writeNumberField("late_total", counts.late());
          json.writeNumberField("repeated_total", counts.repeated());
        });
  }

  /**
   * What could not be read.
   *
   * @param value null where there was none
   * @param place {@code topic:partition:offset}
   */
  public static String deadLetter(String place, String value, String reason) {
    boolean tooLong = value != null && value.length() > LONGEST_VALUE;
    return object(
        json -> {
          json.writeStringField("event_id", place);
          json.writeStringField("reason", reason);
          json.writeStringField("value", tooLong ? cut(value) : value);
          json.writeBooleanField("truncated", tooLong);
        });
  }

  private static String cut(String value) {
    boolean splitsPair = Character.isHighSurrogate(value.charAt(LONGEST_VALUE - 1));
    return value.substring(0, splitsPair ? LONGEST_VALUE - 1 : LONGEST_VALUE);
  }

  private static void market(MarketId market, JsonGenerator json) throws IOException {
    json.writeStringField("exchange", market.exchange());
    json.writeStringField("market", market.market());
    json.writeStringField("base", market.base());
    json.writeStringField("quote", market.quote());
  }

  private static void decimal(String name, BigDecimal value, JsonGenerator json)
      throws IOException {
    json.writeStringField(name, value == null ? null : value.toPlainString());
  }

  private static String object(Fields fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException("a text is always written", e);
    }
    return text.toString();
  }
}
