package io.bellwether.standin.trades.web;

import io.undertow.server.HttpServerExchange;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request.
 *
 * @param path without the query
 * @param parameters of the query
 * @param microseconds whether Binance's header asks for times in microseconds
 * @param at when it arrived
 */
record Query(String path, Map<String, String> parameters, boolean microseconds, Instant at) {
  private static final String TIME_UNIT = "X-MBX-TIME-UNIT";

  static Query of(HttpServerExchange exchange, Instant at) {
    Map<String, String> parameters = new TreeMap<>();
    exchange
        .getQueryParameters()
        .forEach((name, values) -> parameters.put(name, values.getFirst()));
    String unit = exchange.getRequestHeaders().getFirst(TIME_UNIT);
    return new Query(
        exchange.getRequestPath(),
        Collections.unmodifiableMap(parameters),
        "MICROSECOND".equalsIgnoreCase(unit),
        at);
  }

  /** A parameter that is there and not empty. */
  Optional<String> text(String name) {
    return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
  }

  /** A list with commas; empty without the parameter. */
  List<String> list(String name) {
    return text(name).map(value -> Arrays.asList(value.split(","))).orElse(List.of());
  }

  /**
   * A whole number.
   *
   * @throws NumberFormatException if it is none
   */
  Optional<Long> number(String name) {
    return text(name).map(Long::valueOf);
  }
}
