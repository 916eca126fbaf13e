package io.bellwether.analyzer.scorer.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.analyzer.scorer.LanguageDetector;
import io.bellwether.analyzer.scorer.Languages;
import io.bellwether.analyzer.scorer.azure.Answer.Found;
import io.bellwether.analyzer.scorer.azure.Documents.Document;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Azure's own language detection. The beginning of a text is enough for it. */
final class AzureLanguages implements LanguageDetector {
  /** One text record of what is paid for. */
  private static final int BEGINNING = 1_000;

  /** Below, it is a guess: of "ok" or "lol" nobody can tell. */
  private static final double SURE = 0.5;

  private final Caller caller;

  AzureLanguages(Caller caller) {
    this.caller = caller;
  }

  @Override
  public List<Optional<String>> detect(List<String> texts) {
    List<Document> documents =
        texts.stream()
            .map(text -> new Document(Pieces.beginning(text, BEGINNING), Optional.empty()))
            .toList();
    return caller.ask(Kind.LANGUAGE, documents).stream().map(AzureLanguages::language).toList();
  }

  private static Optional<String> language(Answer answer) {
    if (!(answer instanceof Found found)) {
      return Optional.empty();
    }
    JsonNode detected = found.document().path("detectedLanguage");
    String code = detected.path("iso6391Name").asText("");
    boolean known = code.matches("[A-Za-z]{2,3}([-_][A-Za-z0-9]+)*");
    return known && detected.path("confidenceScore").asDouble() >= SURE
        ? Optional.of(bcp47(code))
        : Optional.empty();
  }

  // The service has names of its own for the two ways to write Chinese.
  private static String bcp47(String code) {
    return switch (code) {
      case "zh_chs" -> "zh-Hans";
      case "zh_cht" -> "zh-Hant";
      default -> code.replace('_', '-');
    };
  }

  /** The code to send for a text whose language is known; none where the code says nothing. */
  static Optional<String> asked(String code) {
    return Optional.of(code).filter(Languages::isLanguage).map(one -> one.toLowerCase(Locale.ROOT));
  }
}
