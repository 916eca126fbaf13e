package io.bellwether.standin.slack.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list, and how the next one begins. A cursor is the Base64 of a word and the id of
 * the next item, as Slack's are; to callers it is opaque.
 */
record Page<T>(List<T> items, String nextCursor) {
  /** Cuts a page out of all items, from the cursor or from the first. */
  static <T> Page<T> of(
      List<T> all, Optional<String> cursor, int limit, String word, Function<T, String> id) {
    int from = cursor.map(given -> indexOf(all, decode(given, word), id)).orElse(0);
    int to = Math.min(all.size(), from + limit);
    String next = to < all.size() ? encode(word, id.apply(all.get(to))) : "";
    return new Page<>(all.subList(from, to), next);
  }

  /** Adds the cursor as list methods do: an empty one on the last page. */
  void addCursor(ObjectNode body) {
    body.putObject("response_metadata").put("next_cursor", nextCursor);
  }

  static String encode(String word, String value) {
    return Base64.getEncoder()
        .encodeToString((word + ":" + value).getBytes(StandardCharsets.UTF_8));
  }

  static String decode(String cursor, String word) {
    try {
      String text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (text.startsWith(word + ":")) {
        return text.substring(word.length() + 1);
      }
    } catch (IllegalArgumentException notBase64) {
      throw new SlackError("invalid_cursor");
    }
    throw new SlackError("invalid_cursor");
  }

  private static <T> int indexOf(List<T> all, String wanted, Function<T, String> id) {
    for (int at = 0; at < all.size(); at++) {
      if (id.apply(all.get(at)).equals(wanted)) {
        return at;
      }
    }
    throw new SlackError("invalid_cursor");
  }
}
