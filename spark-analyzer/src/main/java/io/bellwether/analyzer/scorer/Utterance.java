package io.bellwether.analyzer.scorer;

import java.util.Objects;
import java.util.Optional;

/**
 * Something that somebody said.
 *
 * @param text plain text, not blank
 * @param language BCP 47 code such as {@code en} or {@code pt-BR}, if the service knew it
 */
public record Utterance(String text, Optional<String> language) {
  public Utterance {
    Objects.requireNonNull(text);
    Objects.requireNonNull(language);
  }

  public static Utterance of(String text) {
    return new Utterance(text, Optional.empty());
  }

  /** The same, now that its language is known, or not. */
  public Utterance in(Optional<String> known) {
    return new Utterance(text, known);
  }
}
