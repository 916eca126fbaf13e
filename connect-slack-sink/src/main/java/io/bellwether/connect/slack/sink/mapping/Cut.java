package io.bellwether.connect.slack.sink.mapping;

import io.bellwether.connect.slack.SlackText;
import java.util.Optional;
import java.util.regex.Pattern;

/** Shortens text, marked by an ellipsis. */
final class Cut {
  private static final String ELLIPSIS = "…";
  private static final int LONGEST_ENTITY = "&amp;".length();

  private static final Pattern URL = Pattern.compile("https?://[\\x21-\\x7e&&[^<>|]]{1,1000}");

  private Cut() {}

  /** The same, ending with a link to the whole; one that is no URL is left out. */
  static String to(int limit, String text, Optional<String> link) {
    if (text.length() <= limit) {
      return text;
    }
    String more =
        link.map(String::strip)
            .filter(url -> URL.matcher(url).matches())
            .map(url -> " <" + SlackText.escape(url) + "|more>")
            .orElse("");
    return to(limit - more.length(), text) + more;
  }

  /** At most so many UTF-16 units; no character, entity or link of Slack's markup is cut in two. */
  static String to(int limit, String text) {
    if (text.length() <= limit) {
      return text;
    }
    int end = limit - ELLIPSIS.length();
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    int entity = text.lastIndexOf('&', end - 1);
    if (entity > text.lastIndexOf(';', end - 1) && end - entity < LONGEST_ENTITY) {
      end = entity;
    }
    int link = text.lastIndexOf('<', end - 1);
    if (link > text.lastIndexOf('>', end - 1)) {
      end = link;
    }
    return text.substring(0, end) + ELLIPSIS;
  }
}
