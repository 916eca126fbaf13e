package io.bellwether.standin.azure;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Which language the stand-in takes a text for: by its script, then by a few common words. */
enum LanguageRule {
  ENGLISH("English", "en", "the|is|and|it|this|that|not|with|are|you|my|to|of|for|in"),
  GERMAN("German", "de", "der|das|die|ist|nicht|ich|und|von|wo|seit|so|mehr|wieder|vom"),
  SPANISH("Spanish", "es", "el|la|es|no|muy|qué|por|con|cuándo|esta|estoy|los|dónde"),
  FRENCH("French", "fr", "le|la|est|je|très|plus|pas|quand|c'est|j'adore|les|où|cette"),
  JAPANESE("Japanese", "ja", ""),
  CHINESE("Chinese_Simplified", "zh_chs", ""),
  RUSSIAN("Russian", "ru", ""),
  UNKNOWN("(Unknown)", "(Unknown)", "");

  private static final Map<LanguageRule, Pattern> SCRIPTS =
      new TreeMap<>(
          Map.of(
              JAPANESE, Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}]"),
              CHINESE, Pattern.compile("\\p{IsHan}"),
              RUSSIAN, Pattern.compile("\\p{IsCyrillic}")));
  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  private final String name;
  private final String code;
  private final Pattern words;

  LanguageRule(String name, String code, String words) {
    this.name = name;
    this.code = code;
    this.words = Pattern.compile("(?U)(?<!\\w)(?:" + words + ")(?!\\w)");
  }

  static LanguageRule of(String text) {
    if (!LETTER.matcher(text).find()) {
      return UNKNOWN;
    }
    for (Map.Entry<LanguageRule, Pattern> script : SCRIPTS.entrySet()) {
      if (script.getValue().matcher(text).find()) {
        return script.getKey();
      }
    }
    String lower = text.toLowerCase(Locale.ROOT);
    LanguageRule best = ENGLISH;
    long most = 0;
    for (LanguageRule one : List.of(ENGLISH, GERMAN, SPANISH, FRENCH)) {
      long found = one.words.matcher(lower).results().count();
      if (found > most) {
        best = one;
        most = found;
      }
    }
    return best;
  }

  ObjectNode document(String id) {
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("id", id);
    document
        .putObject("detectedLanguage")
        .put("name", name)
        .put("iso6391Name", code)
        .put("confidenceScore", this == UNKNOWN ? 0.0 : 0.95);
    document.putArray("warnings");
    return document;
  }
}
