package io.bellwether.transformer;

import java.util.regex.Pattern;

/** What of a text its author says: no code, no quoted lines, no HTML comments. */
final class Spoken {
  /** Beyond this many characters a text has made its point; it also bounds the work. */
  private static final int LONGEST = 10_000;

  private static final Pattern SILENT =
      Pattern.compile("(?m)^>.*$|```(?s:.*?)(?:```|\\z)|`[^`\\n]*`|<!--(?s:.*?)(?:-->|\\z)");

  private Spoken() {}

  /** Well-formed: native code takes no half of a surrogate pair and no character zero. */
  static String of(String text) {
    String bounded = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    StringBuilder whole = new StringBuilder(bounded.length());
    bounded
        .codePoints()
        .map(point -> point == 0 || isHalf(point) ? ' ' : point)
        .forEach(whole::appendCodePoint);
    return SILENT.matcher(whole).replaceAll(" ").strip();
  }

  private static boolean isHalf(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
