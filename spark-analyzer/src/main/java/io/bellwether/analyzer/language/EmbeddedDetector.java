package io.bellwether.analyzer.language;

import io.bellwether.analyzer.scorer.LanguageDetector;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opennlp.tools.langdetect.Language;

/**
 * Finds out a text's language in this JVM: English at first sight, some languages by their script,
 * the rest by Apache OpenNLP. It names another language than English only where OpenNLP holds that
 * one to be clearly likelier, and nothing where it does not know: "ok", "LGTM", an emoji.
 */
public final class EmbeddedDetector implements LanguageDetector {
  /** Code, addresses, names and tags are in no language. */
  private static final Pattern SILENT =
      Pattern.compile(
          "```.*?(?:```|$)|`[^`\n]*`|\\b\\w+://\\S+|[@#][\\w-]+|<[^>]{0,200}>|:\\w+:",
          Pattern.DOTALL);

  private static final int READ = 1_000;
  private static final int SPOKEN = 100;
  private static final int FEWEST_LETTERS = 10;

  /** How much likelier than English another language must be; measured, see decision 62. */
  private static final double CLEARLY = 1.25;

  /**
   * Languages that are named, by OpenNLP's codes. It knows a hundred, and takes many an English
   * exclamation for one of the rarer ones.
   */
  private static final Map<String, String> IN_LATIN_LETTERS =
      named(
          "eng en,deu de,spa es,fra fr,ita it,por pt,glg gl,cat ca,nld nl,pol pl,ces cs,slk sk,hun hu,"
              + "ron ro,swe sv,nob nb,nno nn,dan da,fin fi,tur tr,vie vi,ind id,hrv hr,slv sl");

  private static final Map<String, String> IN_OTHERS =
      named(
          "rus ru,ukr uk,bel be,bul bg,srp sr,mkd mk,ara ar,pes fa,urd ur,hin hi,mar mr,cmn zh,jpn ja,"
              + "kor ko");

  /** Loads the model in the background: its first use waits for it. */
  public EmbeddedDetector() {
    Model.load();
  }

  @Override
  public List<Optional<String>> detect(List<String> texts) {
    return texts.stream().map(EmbeddedDetector::detect).toList();
  }

  private static Optional<String> detect(String text) {
    if (FirstSight.isEnglish(text)) {
      return Optional.of("en");
    }
    String spoken = spoken(text);
    Script script = Script.of(spoken);
    if (script.isForeign()) {
      return script
          .language()
          .or(() -> Optional.ofNullable(IN_OTHERS.get(likeliest(spoken)[0].getLang())));
    }
    return script.letters() < FEWEST_LETTERS ? Optional.empty() : inLatinLetters(likeliest(spoken));
  }

  private static Language[] likeliest(String spoken) {
    return Model.detector().predictLanguages(spoken);
  }

  private static Optional<String> inLatinLetters(Language[] likeliest) {
    double first = likeliest[0].getConfidence();
    String named = IN_LATIN_LETTERS.get(likeliest[0].getLang());
    boolean english = "en".equals(named);
    double rival =
        Stream.of(likeliest)
            .filter(one -> english != one.getLang().equals("eng"))
            .mapToDouble(Language::getConfidence)
            .max()
            .orElse(0);
    return first >= CLEARLY * rival ? Optional.ofNullable(named) : Optional.empty();
  }

  private static Map<String, String> named(String pairs) {
    return Stream.of(pairs.split(","))
        .map(pair -> pair.split(" "))
        .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
  }

  private static String spoken(String text) {
    String beginning = text.length() <= READ ? text : text.substring(0, READ);
    String spoken = SILENT.matcher(beginning).replaceAll(" ").strip();
    return spoken.length() <= SPOKEN ? spoken : spoken.substring(0, SPOKEN);
  }
}
