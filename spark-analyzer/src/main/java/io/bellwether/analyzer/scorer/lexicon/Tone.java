package io.bellwether.analyzer.scorer.lexicon;

/**
 * What speaks for and against, added up over a text.
 *
 * @param positive sum of the valences above zero
 * @param negative sum of the valences below zero, as a positive number
 * @param exclamations marks that stress it
 */
record Tone(double positive, double negative, int exclamations) {
  static final Tone NONE = new Tone(0, 0, 0);

  Tone plus(double valence) {
    return valence >= 0
        ? new Tone(positive + valence, negative, exclamations)
        : new Tone(positive, negative - valence, exclamations);
  }

  Tone plus(Tone other) {
    return new Tone(
        positive + other.positive, negative + other.negative, exclamations + other.exclamations);
  }

  Tone times(double factor) {
    return new Tone(positive * factor, negative * factor, exclamations);
  }
}
