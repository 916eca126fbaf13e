package io.bellwether.connect.slack.sink.mapping;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Plain values (see {@link PlainValues}) as text, and JSON text as plain values. */
final class PlainText {
  /** A number with more digits than this would fill the message; it keeps its exponent. */
  private static final int DIGITS = 40;

  private static final Gson READ =
      new GsonBuilder()
          .setStrictness(Strictness.STRICT)
          .setObjectToNumberStrategy(ToNumberPolicy.LAZILY_PARSED_NUMBER)
          .create();

  /** For people's eyes: a NaN is shown as such, and so is {@code <}. */
  private static final Gson WRITE =
      new GsonBuilder().disableHtmlEscaping().serializeSpecialFloatingPointValues().create();

  private PlainText() {}

  /** The text that a person expects: no exponents, JSON for what has parts. */
  static String of(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Map || value instanceof Collection) {
      return WRITE.toJson(value);
    }
    if (value instanceof Number) {
      return decimal(value.toString()).map(BigDecimal::toPlainString).orElse(value.toString());
    }
    return value.toString();
  }

  /** The number that a text is, if it is one of a length that can be shown. */
  static Optional<BigDecimal> decimal(String text) {
    try {
      BigDecimal number = new BigDecimal(text.strip());
      return Math.abs((long) number.scale()) + number.precision() > DIGITS
          ? Optional.empty()
          : Optional.of(number);
    } catch (NumberFormatException notOne) {
      return Optional.empty();
    }
  }

  /** The fields of a JSON object; empty for every other text. */
  static Optional<Map<?, ?>> jsonObject(String text) {
    if (!text.stripLeading().startsWith("{")) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(READ.fromJson(text, Map.class));
    } catch (JsonParseException notJson) {
      return Optional.empty();
    }
  }
}
