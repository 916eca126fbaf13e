package io.bellwether.analyzer.trades.trade;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.bellwether.analyzer.trades.trade.Reading.Malformed;
import io.bellwether.analyzer.trades.trade.Reading.Read;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a record's value as a trade (docs/contracts.md). Never throws for bad input. */
public final class TradeReader {
  private static final JsonFactory JSON = new JsonFactory();

  /** Bounded, so that no number grows without end. Recorded trades have volumes such as 2.5e-7. */
  private static final Pattern DECIMAL =
      Pattern.compile("[0-9]{1,30}(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,2})?");

  private static final int MOST_DIGITS = 30;

  private static final int LONGEST_NAME = 200;
  private static final Map<String, Side> SIDES = Map.of("buy", Side.BUY, "sell", Side.SELL);

  /** Strings as they are; of all else, what kind it is. */
  private final Map<String, Object> fields = new HashMap<>();

  private TradeReader() {}

  /**
   * @param value may be null
   * @param latest the latest time that can be, in nanoseconds since 1970: a clock that runs ahead
   *     would make all that follows late
   */
  public static Reading read(byte[] value, long latest) {
    if (value == null) {
      return new Malformed("The record has no value");
    }
    TradeReader reader = new TradeReader();
    try {
      reader.parse(value);
      return new Read(reader.trade(latest));
    } catch (BadFieldException e) {
      return new Malformed(e.getMessage());
    } catch (JsonProcessingException e) {
      return new Malformed("The value is no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      return new Malformed("The value cannot be read: " + e.getMessage());
    }
  }

  private void parse(byte[] value) throws IOException, BadFieldException {
    try (JsonParser parser = JSON.createParser(value)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new BadFieldException(
            parser.currentToken() == null
                ? "The value is empty"
                : "The value is JSON, but no object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken kind = parser.nextToken();
        Object field = kind == JsonToken.VALUE_STRING ? parser.getText() : kind;
        if (fields.put(name, field) != null) {
          throw new BadFieldException("Duplicate field '" + name + "'");
        }
        parser.skipChildren();
      }
      if (parser.nextToken() != null) {
        throw new BadFieldException("After the object there is more");
      }
    }
  }

  private Trade trade(long latest) throws BadFieldException {
    if (fields.get("schema") instanceof JsonToken && fields.get("payload") instanceof JsonToken) {
      throw new BadFieldException(
          "The value is wrapped in its schema: set value.converter.schemas.enable=false on the"
              + " connector that writes it");
    }
    MarketId market = market();
    BigDecimal price = decimal("price");
    if (price.signum() == 0) {
      throw new BadFieldException("price is 0");
    }
    BigDecimal volume = decimal("volume");
    return new Trade(name("event_id"), market, time(latest), price, volume, side());
  }

  private MarketId market() throws BadFieldException {
    String exchange = name("exchange");
    String market = name("market");
    if (fields.get("base") instanceof String || fields.get("quote") instanceof String) {
      return new MarketId(exchange, market, name("base"), name("quote"));
    }
    String[] both = market.split("/", -1);
    if (both.length != 2 || both[0].isBlank() || both[1].isBlank()) {
      throw new BadFieldException("base and quote are missing, and market is not like BTC/USD");
    }
    return new MarketId(exchange, market, both[0], both[1]);
  }

  private String name(String field) throws BadFieldException {
    String value = text(field);
    if (value.isBlank() || value.length() > LONGEST_NAME) {
      throw new BadFieldException(
          field + (value.isBlank() ? " is blank" : " is longer than " + LONGEST_NAME));
    }
    return value;
  }

  private BigDecimal decimal(String field) throws BadFieldException {
    String value = text(field);
    BigDecimal small = PlainDecimal.parse(value);
    if (small != null) {
      return small;
    }
    if (DECIMAL.matcher(value).matches()) {
      BigDecimal number = new BigDecimal(value);
      BigDecimal plain = number.scale() < 0 ? number.setScale(0) : number;
      if (plain.scale() <= MOST_DIGITS && plain.precision() - plain.scale() <= MOST_DIGITS) {
        return plain;
      }
    }
    throw new BadFieldException(
        field + " is no decimal of at most 30 digits before and after the point");
  }

  private long time(long latest) throws BadFieldException {
    Optional<Long> time = Times.parse(text("timestamp"));
    if (time.isEmpty()) {
      throw new BadFieldException("timestamp is no time such as 2019-07-01T00:00:00.123456Z");
    }
    if (time.get() > latest) {
      throw new BadFieldException("timestamp lies in the future");
    }
    return time.get();
  }

  private Side side() throws BadFieldException {
    if (isMissing(fields.get("side"))) {
      return Side.UNKNOWN;
    }
    String side = text("side");
    Side known = SIDES.get(side.toLowerCase(Locale.ROOT));
    if (known == null) {
      throw new BadFieldException("side is neither buy nor sell");
    }
    return known;
  }

  private String text(String field) throws BadFieldException {
    Object value = fields.get(field);
    if (value instanceof String text) {
      return text;
    }
    throw new BadFieldException(field + (isMissing(value) ? " is missing" : " is no string"));
  }

  private static boolean isMissing(Object value) {
    return value == null || value == JsonToken.VALUE_NULL;
  }

  private static final class BadFieldException extends Exception {
    private static final long serialVersionUID = 1;

    BadFieldException(String message) {
      super(message);
    }
  }
}
