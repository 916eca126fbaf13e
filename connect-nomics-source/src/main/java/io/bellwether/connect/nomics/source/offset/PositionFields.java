package io.bellwether.connect.nomics.source.offset;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.connect.errors.ConnectException;

/** Reads the fields of a stored {@link TradePosition}, with errors that name the field. */
final class PositionFields {
  private static final MathContext TWO_DIGITS = new MathContext(2);

  private final Map<String, ?> fields;

  PositionFields(Map<String, ?> fields) {
    this.fields = fields;
  }

  Optional<Instant> time(String name) {
    String text = text(name);
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      throw bad(name, "a time such as 2026-11-01T00:00:00Z");
    }
  }

  OptionalLong id(String name) {
    String text = text(name);
    try {
      return text == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw bad(name, "a trade id, a whole number");
    }
  }

  Optional<IdRange> range(String name) {
    String text = text(name);
    try {
      return Optional.ofNullable(text).map(IdRange::of);
    } catch (IllegalArgumentException e) {
      throw bad(name, "a range of ids such as 12..345");
    }
  }

  double rate(String name) {
    String text = text(name);
    try {
      double rate = text == null ? 0 : Double.parseDouble(text);
      if (rate >= 0 && Double.isFinite(rate)) {
        return rate;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw bad(name, "trades a second, a number");
  }

  /** Ids separated by commas; a comma or backslash within one has a backslash before it. */
  Set<String> ids(String name) {
    String text = text(name);
    Set<String> ids = new LinkedHashSet<>();
    if (text == null || text.isEmpty()) {
      return ids;
    }
    StringBuilder id = new StringBuilder();
    for (int n = 0; n < text.length(); n++) {
      char c = text.charAt(n);
      if (c == ',') {
        ids.add(id.toString());
        id.setLength(0);
      } else {
        id.append(c == '\\' && n + 1 < text.length() ? text.charAt(++n) : c);
      }
    }
    ids.add(id.toString());
    return ids;
  }

  static String joined(Set<String> ids) {
    List<String> escaped = new ArrayList<>();
    ids.forEach(id -> escaped.add(id.replace("\\", "\\\\").replace(",", "\\,")));
    return String.join(",", escaped);
  }

  /** So that a position does not differ each time by digits that mean nothing. */
  static double rounded(double rate) {
    return rate > 0 ? new BigDecimal(rate).round(TWO_DIGITS).doubleValue() : 0;
  }

  ConnectException bad(String name, String wanted) {
    return new ConnectException(
        "The offset field '%s' must be %s, not %s.".formatted(name, wanted, fields.get(name)));
  }

  private String text(String name) {
    Object value = fields.get(name);
    return value == null ? null : value.toString().strip();
  }
}
