package io.bellwether.connect.nomics.source.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** Reads the fields of an answer, exactly; what is missing or no number is an error with a name. */
final class TradeJson {
  private static final Pattern PLAIN = Pattern.compile("-?\\d{1,60}(\\.\\d{1,60})?");
  private static final Pattern NUMBER =
      Pattern.compile("-?\\d{1,60}(\\.\\d{1,60})?([eE][+-]?\\d{1,2})?");
  private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);

  private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

  private TradeJson() {}

  /** An array, or an error. */
  static JsonNode array(JsonNode node, String what) {
    if (node == null || !node.isArray()) {
      throw new MalformedAnswerException(what + " is no array");
    }
    return node;
  }

  /** A text or a whole number, as text. */
  static String text(JsonNode node, String what) {
    if (node != null && (node.isTextual() || node.isIntegralNumber()) && !node.asText().isBlank()) {
      return node.asText();
    }
    throw new MalformedAnswerException(what + " is missing");
  }

  /** A decimal number as the service wrote it, without an exponent. */
  static String decimal(JsonNode node, String what) {
    String text =
        node != null && node.isNumber() ? node.decimalValue().toString() : text(node, what);
    if (PLAIN.matcher(text).matches()) {
      return text;
    }
    if (NUMBER.matcher(text).matches()) {
      return new BigDecimal(text).toPlainString();
    }
    throw new MalformedAnswerException(what + " is no decimal number");
  }

  /** A whole number that is not negative, as text or as number. */
  static long id(JsonNode node, String what) {
    try {
      long id = Long.parseLong(text(node, what));
      if (id >= 0) {
        return id;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new MalformedAnswerException(what + " is no whole number");
  }

  /** A time as RFC 3339. */
  static Instant time(JsonNode node, String what) {
    try {
      return sane(Instant.parse(text(node, what)), what);
    } catch (DateTimeParseException e) {
      throw new MalformedAnswerException(what + " is no time");
    }
  }

  /** A time in milliseconds since 1970. */
  static Instant millis(JsonNode node, String what) {
    return sane(Instant.ofEpochMilli(id(node, what)), what);
  }

  /** A time in seconds since 1970 with up to nine decimals. */
  static Instant seconds(JsonNode node, String what) {
    BigDecimal seconds = new BigDecimal(decimal(node, what));
    if (seconds.signum() < 0 || seconds.precision() - seconds.scale() > 12) {
      throw new MalformedAnswerException(what + " is no time");
    }
    BigDecimal nanos = seconds.remainder(BigDecimal.ONE).multiply(NANOS);
    return sane(Instant.ofEpochSecond(seconds.longValue(), nanos.longValue()), what);
  }

  private static Instant sane(Instant time, String what) {
    if (time.isBefore(Instant.EPOCH) || !time.isBefore(END)) {
      throw new MalformedAnswerException(what + " is out of all time");
    }
    return time;
  }
}
