package io.bellwether.analyzer.scorer.data;

import java.util.Locale;
import java.util.Optional;

/** What people said a text is. The order is that of a scorer's three probabilities. */
public enum Label {
  NEGATIVE(0),
  NEUTRAL(1),
  POSITIVE(2);

  private final int index;

  Label(int index) {
    this.index = index;
  }

  /** Its place among a scorer's three probabilities. */
  public int index() {
    return index;
  }

  /** By its name, its first three letters or -1, 0, 1. */
  static Optional<Label> of(String spelling) {
    return switch (spelling.strip().toLowerCase(Locale.ROOT)) {
      case "negative", "neg", "-1" -> Optional.of(NEGATIVE);
      case "neutral", "neu", "0" -> Optional.of(NEUTRAL);
      case "positive", "pos", "1" -> Optional.of(POSITIVE);
      default -> Optional.empty();
    };
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
