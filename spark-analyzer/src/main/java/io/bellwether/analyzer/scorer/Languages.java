package io.bellwether.analyzer.scorer;

import java.util.Locale;
import java.util.Set;

/** Codes of languages, as services write them. */
public final class Languages {
  /** Nobody knows, there are several, there are no words: BCP 47 has a code for each of these. */
  private static final Set<String> NONE = Set.of("", "und", "mul", "zxx");

  private Languages() {}

  /** The first part of a code in lower case: {@code pt} of {@code pt-BR}. */
  public static String primary(String code) {
    int end = 0;
    while (end < code.length() && code.charAt(end) != '-' && code.charAt(end) != '_') {
      end++;
    }
    return code.substring(0, end).toLowerCase(Locale.ROOT);
  }

  /** Whether a code names a language, and not that there is none to name. */
  public static boolean isLanguage(String code) {
    String primary = primary(code);
    return !NONE.contains(primary) && !isPrivate(primary);
  }

  // qaa to qtz are for private use: X says qme of a text that is nothing but media.
  private static boolean isPrivate(String primary) {
    return primary.length() == 3 && primary.charAt(0) == 'q' && primary.charAt(1) <= 't';
  }
}
