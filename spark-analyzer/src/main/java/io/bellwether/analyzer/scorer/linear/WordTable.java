package io.bellwether.analyzer.scorer.linear;

import io.bellwether.analyzer.scorer.lexicon.Lexicon;
import java.util.Arrays;

/** A lexicon by the hashes of its words, so that looking one up makes no object. */
final class WordTable {
  static final int ABSENT = -1;

  private static final byte EMOTICON = 1;
  private static final byte NEGATION = 2;
  private static final byte CONTRAST = 4;
  private static final int LONGEST_EMOTICON = 24;
  private static final int SHORT_EMOTICON = 3;

  private final long[] keys;
  private final double[] valences;
  private final double[] intensities;
  private final byte[] kinds;
  private final byte[] phraseLengths;
  private final boolean[] emoticonStarts = new boolean[Character.MAX_VALUE + 1];

  WordTable(Lexicon lexicon) {
    int words = lexicon.valences().size() + lexicon.longestFrom().size() + 500;
    int size = Integer.highestOneBit(words) * 4;
    keys = new long[size];
    valences = new double[size];
    intensities = new double[size];
    kinds = new byte[size];
    phraseLengths = new byte[size];
    Arrays.fill(intensities, 1);
    lexicon.valences().forEach((word, valence) -> valences[slotFor(phrase(word))] = valence);
    lexicon.intensities().forEach((word, factor) -> intensities[slotFor(Hash.of(word))] = factor);
    lexicon.negations().forEach(word -> kinds[slotFor(Hash.of(word))] |= NEGATION);
    lexicon.contrasts().forEach(word -> kinds[slotFor(Hash.of(word))] |= CONTRAST);
    lexicon
        .longestFrom()
        .forEach((word, length) -> phraseLengths[slotFor(Hash.of(word))] = length.byteValue());
    for (String emoticon : lexicon.emoticons()) {
      kinds[slotFor(Hash.of(emoticon))] |= EMOTICON;
      emoticonStarts[emoticon.charAt(0)] = true;
      emoticonStarts[Character.toUpperCase(emoticon.charAt(0))] = true;
    }
  }

  private static long phrase(String words) {
    long hash = 0;
    for (String word : words.split(" ")) {
      hash = hash == 0 ? Hash.of(word) : Hash.joined(hash, Hash.of(word));
    }
    return hash;
  }

  private int slotFor(long hash) {
    int slot = (int) hash & (keys.length - 1);
    while (keys[slot] != 0 && keys[slot] != hash) {
      slot = (slot + 1) & (keys.length - 1);
    }
    keys[slot] = hash;
    return slot;
  }

  /** Where a word or phrase stands, or {@link #ABSENT}. */
  int find(long hash) {
    int slot = (int) hash & (keys.length - 1);
    while (keys[slot] != hash) {
      if (keys[slot] == 0) {
        return ABSENT;
      }
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  double valence(int slot) {
    return slot == ABSENT ? 0 : valences[slot];
  }

  double intensity(int slot) {
    return slot == ABSENT ? 1 : intensities[slot];
  }

  boolean isNegation(int slot) {
    return slot != ABSENT && (kinds[slot] & NEGATION) != 0;
  }

  boolean isContrast(int slot) {
    return slot != ABSENT && (kinds[slot] & CONTRAST) != 0;
  }

  boolean isEmoticon(int slot) {
    return slot != ABSENT && (kinds[slot] & EMOTICON) != 0;
  }

  /** How many words the longest phrase has that begins with this word. */
  int phraseLength(int slot) {
    return slot == ABSENT ? 0 : phraseLengths[slot];
  }

  /** The length of the longest emoticon that stands here, or 0. */
  int emoticonAt(char[] text, int at, int end) {
    if (!emoticonStarts[text[at]]) {
      return 0;
    }
    int longest = 0;
    long hash = Hash.START;
    for (int length = 1; length <= Math.min(LONGEST_EMOTICON, end - at); length++) {
      hash = Hash.with(hash, Character.toLowerCase(text[at + length - 1]));
      if (isEmoticon(find(Hash.finished(hash))) && standsAlone(text, at, length, end)) {
        longest = length;
      }
    }
    return longest;
  }

  // A short one that goes on as a word is none: ":d" in "a:done".
  private static boolean standsAlone(char[] text, int at, int length, int end) {
    if (length > SHORT_EMOTICON || text[at] >= 128 || at + length >= end) {
      return true;
    }
    char next = text[at + length];
    return !Character.isLetterOrDigit(next) && next != '/';
  }
}
