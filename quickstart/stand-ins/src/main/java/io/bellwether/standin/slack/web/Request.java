package io.bellwether.standin.slack.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An API request as it came.
 *
 * @param token from the Authorization header or else the {@code token} argument
 * @param arguments query, form or JSON arguments together
 */
record Request(Optional<String> token, Arguments arguments) {
  private static final int MOST_BYTES = 4 * 1024 * 1024;
  private static final String BEARER = "bearer ";

  /** Reads it; throws {@link SlackError} with Slack's word for what cannot be read. */
  static Request read(HttpServerExchange exchange) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    exchange
        .getQueryParameters()
        .forEach((name, given) -> values.put(name, TextNode.valueOf(given.getFirst())));
    String body = body(exchange);
    if (!body.isBlank()) {
      String given = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
      String type = given == null ? "" : given.toLowerCase(Locale.ROOT);
      if (type.startsWith("application/json")) {
        readJson(body, values);
      } else if (type.startsWith("application/x-www-form-urlencoded")) {
        readForm(body, values);
      } else {
        throw new SlackError(type.isEmpty() ? "missing_post_type" : "invalid_post_type");
      }
    }
    Arguments arguments = new Arguments(values);
    return new Request(header(exchange).or(() -> arguments.text("token")), arguments);
  }

  private static Optional<String> header(HttpServerExchange exchange) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION))
        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(BEARER))
        .map(value -> value.substring(BEARER.length()).strip())
        .filter(value -> !value.isEmpty());
  }

  private static String body(HttpServerExchange exchange) {
    try {
      exchange.startBlocking();
      byte[] bytes = exchange.getInputStream().readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new SlackError("request_too_large");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException brokenOff) {
      throw new SlackError("request_timeout");
    }
  }

  private static void readJson(String body, Map<String, JsonNode> values) {
    JsonNode json;
    try {
      json = Arguments.JSON.readTree(body);
    } catch (JsonProcessingException broken) {
      throw new SlackError("invalid_json");
    }
    if (!json.isObject()) {
      throw new SlackError("json_not_object");
    }
    json.properties().forEach(field -> values.put(field.getKey(), field.getValue()));
  }

  private static void readForm(String body, Map<String, JsonNode> values) {
    try {
      for (String pair : body.split("&")) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        values.put(decode(name), TextNode.valueOf(decode(value)));
      }
    } catch (IllegalArgumentException broken) {
      throw new SlackError("invalid_form_data");
    }
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
