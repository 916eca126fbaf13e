package io.bellwether.analyzer.scorer.azure;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a text into pieces that the service takes: at the ends of sentences; a sentence that is too
 * long by itself between two of what a reader calls characters. The service counts those, and here
 * Java's are counted, which are never fewer.
 */
final class Pieces {
  /** Of a document, by the service's limits. */
  static final int LONGEST = 5_120;

  private Pieces() {}

  /** The pieces of a text, in their order; what is beyond {@code longestText} is left out. */
  static List<String> of(String text, int longestText) {
    String said = beginning(text, longestText);
    if (said.length() <= LONGEST) {
      return List.of(said);
    }
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    sentences.setText(said);
    List<String> pieces = new ArrayList<>();
    int from = 0;
    while (from < said.length()) {
      int to = end(said, from, sentences);
      String piece = said.substring(from, to);
      if (!piece.isBlank()) {
        pieces.add(piece);
      }
      from = to;
    }
    return pieces;
  }

  /** The beginning of a text, no longer than this many characters, none cut in two. */
  static String beginning(String text, int characters) {
    return text.length() <= characters ? text : text.substring(0, between(text, 0, characters));
  }

  private static int end(String text, int from, BreakIterator sentences) {
    int farthest = from + LONGEST;
    if (farthest >= text.length()) {
      return text.length();
    }
    int end = sentences.preceding(farthest + 1);
    return end > from ? end : between(text, from, farthest);
  }

  /** The last place up to {@code farthest} where a text can be cut without harm. */
  private static int between(String text, int from, int farthest) {
    BreakIterator elements = BreakIterator.getCharacterInstance(Locale.ROOT);
    elements.setText(text.substring(from, farthest + 1));
    int end = elements.preceding(farthest + 1 - from);
    return end > 0 ? from + end : farthest;
  }
}
