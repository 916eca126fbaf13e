package io.bellwether.analyzer.scorer;

import java.util.Objects;

/**
 * Something in a text that moved its score.
 *
 * @param text the word, phrase or sign, in lower case
 * @param weight by how much: above zero towards positive, below zero towards negative. Terms of the
 *     same scorer can be compared, those of different scorers cannot
 */
public record Term(String text, double weight) {
  public Term {
    Objects.requireNonNull(text);
  }
}
