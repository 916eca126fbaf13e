package io.bellwether.connect.nomics.source.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request of an API, a GET.
 *
 * @param path relative to the API's base URL
 * @param parameters of the query, in order, without a key
 * @param limit how many trades it asks for; 0 when it asks for no trades
 */
public record Query(String path, Map<String, String> parameters, int limit) {
  public Query {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** A request without parameters that asks for no trades. */
  static Query of(String path) {
    return new Query(path, Map.of(), 0);
  }

  /** A page of so many trades. */
  static Query page(String path, int limit) {
    return new Query(path, Map.of(), limit);
  }

  /** The same with one more parameter. */
  Query with(String name, Object value) {
    Map<String, String> more = new LinkedHashMap<>(parameters);
    more.put(name, String.valueOf(value));
    return new Query(path, more, limit);
  }
}
