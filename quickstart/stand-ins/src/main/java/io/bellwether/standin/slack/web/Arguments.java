package io.bellwether.standin.slack.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.standin.slack.Ts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The arguments of a call, whichever way they came: query, form or JSON. */
final class Arguments {
  static final ObjectMapper JSON = new ObjectMapper();

  private static final Set<String> TRUE = Set.of("true", "1", "True", "t");

  private final Map<String, JsonNode> values;

  Arguments(Map<String, JsonNode> values) {
    this.values = values;
  }

  /** The argument as text; absent when missing, null or empty. */
  Optional<String> text(String name) {
    JsonNode value = values.get(name);
    return value == null || value.isNull()
        ? Optional.empty()
        : Optional.of(value.isValueNode() ? value.asText() : value.toString())
            .filter(text -> !text.isEmpty());
  }

  String required(String name) {
    return text(name)
        .orElseThrow(() -> SlackError.invalidArguments("missing required field: " + name));
  }

  boolean flag(String name) {
    return text(name).map(TRUE::contains).orElse(false);
  }

  boolean flag(String name, boolean byDefault) {
    return text(name).map(TRUE::contains).orElse(byDefault);
  }

  /** {@code limit}: zero and absent mean the default, too much means the most allowed. */
  int limit(int byDefault, int most) {
    return text("limit")
        .map(
            text -> {
              try {
                int asked = Integer.parseInt(text);
                if (asked < 0) {
                  throw new SlackError("invalid_limit");
                }
                return asked == 0 ? byDefault : Math.min(asked, most);
              } catch (NumberFormatException notWhole) {
                throw new SlackError("invalid_limit");
              }
            })
        .orElse(byDefault);
  }

  /** A ts or seconds; {@code error} is the word for one that cannot be read. */
  Optional<Ts> ts(String name, String error) {
    return text(name).map(text -> Ts.parse(text).orElseThrow(() -> new SlackError(error)));
  }

  /** JSON given as such or, as forms do, as text; {@code error} is the word for what is neither. */
  Optional<JsonNode> json(String name, String error) {
    JsonNode value = values.get(name);
    if (value != null && value.isContainerNode()) {
      return Optional.of(value);
    }
    return text(name)
        .map(
            text -> {
              try {
                return JSON.readTree(text);
              } catch (JsonProcessingException broken) {
                throw new SlackError(error);
              }
            });
  }

  /** Everything but the token, as text. */
  Map<String, String> withoutToken() {
    Map<String, String> shown = new LinkedHashMap<>();
    values.keySet().stream()
        .filter(name -> !name.equals("token"))
        .forEach(name -> shown.put(name, text(name).orElse("")));
    return shown;
  }
}
