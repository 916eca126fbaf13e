package io.bellwether.analyzer.scorer;

import java.util.List;
import java.util.Optional;

/** Tells in which language texts are. Several threads use it at the same time. */
public interface LanguageDetector {
  /**
   * The language of each text, in their order, as a BCP 47 code such as {@code de}; none for a text
   * of which nobody could tell, such as "ok" or a lone emoji.
   *
   * @throws ScorerUnavailableException if it cannot answer at all
   */
  List<Optional<String>> detect(List<String> texts);
}
