package io.bellwether.transformer;

import io.bellwether.analyzer.scorer.Probabilities;

/** What a network's numbers for a text say about it. */
@FunctionalInterface
interface Reading {
  /**
   * @param text as it was said
   * @param answer the network's first output for it
   * @param pieces how many pieces the network was given
   */
  Probabilities probabilities(String text, float[] answer, int pieces);
}
