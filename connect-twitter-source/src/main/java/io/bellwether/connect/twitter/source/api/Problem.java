package io.bellwether.connect.twitter.source.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.config.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What X says is wrong. The type is a URL of which only the last part counts: its host has changed.
 *
 * @param type the last part of the type, or empty
 * @param title short
 * @param period of a usage cap
 * @param messages whatever is said in words
 */
record Problem(String type, String title, String period, List<String> messages) {
  static final Problem NONE = new Problem("", "", "", List.of());

  private static final int LONGEST = 500;
  private static final Pattern TOO_OLD =
      Pattern.compile("'(?:since_id|until_id)' must be a (?:tweet|post) id created after");
  private static final Pattern SMALLEST = Pattern.compile("larger than '?(\\d{1,20})");

  static Problem of(JsonNode body) {
    List<String> messages = new ArrayList<>();
    String type = body.path("type").asText();
    String title = body.path("title").asText();
    for (JsonNode error : body.path("errors")) {
      add(messages, error.path("message").asText());
      add(messages, error.path("detail").asText());
      type = type.isEmpty() ? error.path("type").asText() : type;
      title = title.isEmpty() ? error.path("title").asText() : title;
    }
    add(messages, body.path("detail").asText());
    String period = body.path("period").asText();
    return new Problem(type.substring(type.lastIndexOf('/') + 1), title, period, messages);
  }

  private static void add(List<String> messages, String message) {
    if (!message.isBlank() && !messages.contains(message)) {
      messages.add(message);
    }
  }

  String code(String otherwise) {
    return type.isEmpty() || type.equals("about:blank") ? otherwise : type;
  }

  /** For a log or an error. */
  String detail() {
    String all = messages.isEmpty() ? "nothing more" : Printable.of(String.join(" ", messages));
    return all.length() > LONGEST ? all.substring(0, LONGEST) : all;
  }

  /** Told by the body alone: the headers of such a 429 look as if calls were left. */
  boolean isUsageCap() {
    return type.equals("usage-capped") || title.equals("UsageCapExceeded");
  }

  boolean isDaily() {
    return period.equalsIgnoreCase("daily");
  }

  /** Whether ids of the question are older than what X looks through, and which are not. */
  Optional<SearchAnswer> tooOld() {
    return messages.stream()
        .filter(message -> TOO_OLD.matcher(message).find())
        .findFirst()
        .map(
            message -> {
              Matcher smallest = SMALLEST.matcher(message);
              return new SearchAnswer.TooOld(
                  smallest.find() ? Optional.of(smallest.group(1)) : Optional.empty());
            });
  }
}
