package io.bellwether.standin.trades.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** JSON and the decimals in it. */
final class Json {
  private static final JsonNodeFactory NODES = new JsonNodeFactory(true);

  private Json() {}

  static ObjectNode object() {
    return NODES.objectNode();
  }

  static ArrayNode array() {
    return NODES.arrayNode();
  }

  /** With at least so many decimals, and as many as it needs. */
  static String decimal(BigDecimal value, int decimals) {
    BigDecimal plain = value.stripTrailingZeros();
    return (plain.scale() < decimals ? plain.setScale(decimals) : plain).toPlainString();
  }
}
