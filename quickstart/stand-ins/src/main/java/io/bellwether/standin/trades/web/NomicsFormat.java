package io.bellwether.standin.trades.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

/** How Nomics answers: JSON, or CSV without a header; and how it refuses parameters. */
final class NomicsFormat {
  private NomicsFormat() {}

  /** The rows in the format that was asked for. Nested fields are left out of CSV. */
  static Reply render(ArrayNode rows, Query query) {
    return switch (query.text("format").orElse("json")) {
      case "json" -> Reply.json(rows);
      case "csv" -> Reply.text(200, "text/csv", csv(rows), null);
      default -> throw bad("format");
    };
  }

  private static String csv(ArrayNode rows) {
    StringBuilder text = new StringBuilder();
    for (JsonNode row : rows) {
      String comma = "";
      for (JsonNode value : row) {
        if (value.isValueNode()) {
          text.append(comma).append(value.asText());
          comma = ",";
        }
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** A whole number within bounds. */
  static int between(Query query, String name, int least, int most, int usual) {
    try {
      long value = query.number(name).orElse((long) usual);
      if (value >= least && value <= most) {
        return (int) value;
      }
    } catch (NumberFormatException notOne) {
      // Refused like any other bad value.
    }
    throw bad(name);
  }

  static Refused bad(String parameter) {
    String text = "invalid " + parameter;
    return new Refused(Reply.text(400, "text/plain", text, text));
  }
}
