package io.bellwether.connect.slack.sink.mapping;

/** Shortens text, marked by an ellipsis. */
final class Cut {
  private static final String ELLIPSIS = "…";
  private static final int LONGEST_ENTITY = "&amp;".length();

  private Cut() {}

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
