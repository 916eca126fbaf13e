package io.bellwether.analyzer.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the letters of a text say: some scripts are of one language alone. */
final class Script {
  private static final Map<UnicodeScript, String> OF_ONE_LANGUAGE =
      new EnumMap<>(
          Map.of(
              UnicodeScript.HIRAGANA, "ja",
              UnicodeScript.KATAKANA, "ja",
              UnicodeScript.HANGUL, "ko",
              UnicodeScript.THAI, "th",
              UnicodeScript.GREEK, "el",
              UnicodeScript.HEBREW, "he",
              UnicodeScript.ARMENIAN, "hy",
              UnicodeScript.GEORGIAN, "ka",
              UnicodeScript.TAMIL, "ta",
              UnicodeScript.BENGALI, "bn"));

  /** A letter of another script is worth two: it is a syllable or a word. */
  private static final int WORTH = 2;

  private int latin;
  private int other;
  private int han;
  private final Map<String, Integer> languages = new HashMap<>();

  private Script() {}

  static Script of(String text) {
    Script script = new Script();
    text.codePoints().filter(Character::isLetter).forEach(script::add);
    return script;
  }

  private void add(int letter) {
    UnicodeScript script = UnicodeScript.of(letter);
    if (script == UnicodeScript.LATIN) {
      latin++;
      return;
    }
    other++;
    han += script == UnicodeScript.HAN ? 1 : 0;
    String language = OF_ONE_LANGUAGE.get(script);
    if (language != null) {
      languages.merge(language, 1, Integer::sum);
    }
  }

  /** Whether most of it is in another script than English. */
  boolean isForeign() {
    return other > 1 && other * WORTH > latin;
  }

  int letters() {
    return latin + other;
  }

  /** The language of a foreign script, if there is only one. */
  Optional<String> language() {
    // Japanese is Chinese characters with some kana among them.
    if (languages.containsKey("ja")) {
      return Optional.of("ja");
    }
    if (han * 2 > other) {
      return Optional.of("zh");
    }
    return languages.entrySet().stream()
        .filter(entry -> entry.getValue() * 2 > other)
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
