package io.bellwether.analyzer.scorer.linear;

/**
 * A sentence reduced to what carries a tone: of "this is not really a good idea, but it works" are
 * left negation, stress, praise, contrast, weak praise. Such sequences mean the same in messages
 * whose words no model has seen together. Part of the model's format.
 */
final class Tones {
  /** Says nothing: most words, and emoticons, which people put behind anything. */
  static final int NONE = 0;

  static final int BEGIN = 20;
  static final int END = 22;
  static final int ASKING_END = 21;

  private static final int NEGATION = 1;
  private static final int CONTRAST = 2;
  private static final int PRAISE = 2;
  private static final int BLAME = 8;
  private static final int STRESS = 15;
  private static final int DOUBT = 16;
  private static final double STRONG = 2.9;
  private static final double CLEAR = 1.9;

  private Tones() {}

  /** That of a word, by where it stands in the lexicon. */
  static int of(WordTable table, int entry) {
    if (entry == WordTable.ABSENT || table.isEmoticon(entry)) {
      return NONE;
    }
    if (table.isNegation(entry)) {
      return NEGATION;
    }
    if (table.isContrast(entry)) {
      return CONTRAST;
    }
    double valence = table.valence(entry);
    if (valence != 0) {
      return (valence > 0 ? PRAISE : BLAME) + strength(Math.abs(valence));
    }
    double intensity = table.intensity(entry);
    return intensity > 1 ? STRESS : intensity < 1 ? DOUBT : NONE;
  }

  private static int strength(double valence) {
    return valence >= STRONG ? 3 : valence >= CLEAR ? 2 : 1;
  }
}
