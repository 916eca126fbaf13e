package io.bellwether.analyzer.scorer.azure;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a text into pieces that the service takes: at the ends of sentences, and only a sentence
 * that is too long by itself in its midst. Lengths are in text elements, which is what a reader
 * calls a character; Java 17 counts some emoji as several where the service counts one, never the
 * other way.
 */
final class Pieces {
  /** Of a document, by the service's limits. */
  static final int LONGEST = 5_120;

  /** A text element may be any number of characters long, and a call has a limit in bytes. */
  private static final int MOST_CHARACTERS = 30_000;

  private Pieces() {}

  /** A piece and its length, by which it counts. */
  record Piece(String text, int elements) {}

  /**
   * The pieces of a text, in their order; what exceeds {@code longestText} elements is left out.
   */
  static List<Piece> of(String text, int longestText) {
    if (text.length() <= LONGEST) {
      return List.of(new Piece(text, Math.max(1, text.length())));
    }
    int[] elements = elementEnds(text, longestText);
    String spoken = text.substring(0, elements[elements.length - 1]);
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    sentences.setText(spoken);
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    while (from < elements.length - 1) {
      int to = farthest(elements, from);
      if (to < elements.length - 1) {
        to = atSentenceEnd(sentences, elements, from, to);
      }
      pieces.add(new Piece(spoken.substring(elements[from], elements[to]), to - from));
      from = to;
    }
    return pieces.stream().filter(piece -> !piece.text().isBlank()).toList();
  }

  /** The beginning of a text, no longer than this many characters, no element cut in two. */
  static String beginning(String text, int characters) {
    if (text.length() <= characters) {
      return text;
    }
    BreakIterator elements = BreakIterator.getCharacterInstance(Locale.ROOT);
    elements.setText(text.substring(0, characters + 2));
    int end = elements.preceding(characters + 1);
    return text.substring(0, end <= 0 ? characters : end);
  }

  private static int farthest(int[] elements, int from) {
    int to = Math.min(elements.length - 1, from + LONGEST);
    while (to > from + 1 && elements[to] - elements[from] > MOST_CHARACTERS) {
      to--;
    }
    return to;
  }

  private static int atSentenceEnd(BreakIterator sentences, int[] elements, int from, int to) {
    int end = sentences.preceding(elements[to] + 1);
    int at = Arrays.binarySearch(elements, from + 1, to + 1, end);
    return at > from ? at : to;
  }

  /** Where elements end, 0 first; at most so many. One that is too long is cut into characters. */
  private static int[] elementEnds(String text, int most) {
    BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
    breaks.setText(text);
    int[] ends = new int[Math.min(text.length(), most) + 1];
    int count = 1;
    int end = breaks.next();
    while (end != BreakIterator.DONE && count < ends.length) {
      int last = ends[count - 1];
      if (end - last > MOST_CHARACTERS) {
        ends[count++] = last + MOST_CHARACTERS;
      } else {
        ends[count++] = end;
        end = breaks.next();
      }
    }
    return Arrays.copyOf(ends, count);
  }
}
