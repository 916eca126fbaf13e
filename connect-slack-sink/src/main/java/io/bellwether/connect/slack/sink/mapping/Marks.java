package io.bellwether.connect.slack.sink.mapping;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Remembers, while a message is rendered, which parts came from the record, by two characters of
 * Unicode's private use area around each. Escaping alone does not stop a record from pinging
 * people: in {@code <{{url}}|open>} the brackets are the template's, and a url of {@code !channel}
 * would be a mention. So a mention counts only if the template itself names who is meant.
 */
final class Marks {
  private static final char OPEN = '\uE000';
  private static final char CLOSE = '\uE001';
  private static final Pattern MARK = Pattern.compile("[" + OPEN + CLOSE + "]");
  private static final Pattern BRACKETS = Pattern.compile("<([^<>]*)>");
  private static final String MENTIONS = "@!#";

  private Marks() {}

  static String around(String text) {
    return text.isEmpty() ? "" : OPEN + text + CLOSE;
  }

  static String remove(String text) {
    return MARK.matcher(text).replaceAll("");
  }

  /**
   * Without marks. A mention whose target came from the record becomes plain text, and a link
   * without a target, because the record has no such field, becomes its label.
   */
  static String resolve(String marked) {
    return remove(
        BRACKETS
            .matcher(marked)
            .replaceAll(found -> Matcher.quoteReplacement(link(found.group(1)))));
  }

  private static String link(String inside) {
    int bar = bar(inside);
    String target = (bar < 0 ? inside : inside.substring(0, bar)).replace("|", "%7C");
    String label = bar < 0 ? "" : inside.substring(bar);
    String plain = remove(target).strip();
    if (plain.isEmpty()) {
      return label.isEmpty() ? "" : label.substring(1);
    }
    boolean forged = MARK.matcher(target).find() && MENTIONS.indexOf(plain.charAt(0)) >= 0;
    return forged ? "&lt;" + target + label + "&gt;" : "<" + target + label + ">";
  }

  /** The template's own bar: with one from the record, an address could show as another one. */
  private static int bar(String inside) {
    boolean fromRecord = false;
    for (int at = 0; at < inside.length(); at++) {
      char c = inside.charAt(at);
      if (c == OPEN || c == CLOSE) {
        fromRecord = c == OPEN;
      } else if (c == '|' && !fromRecord) {
        return at;
      }
    }
    return -1;
  }
}
