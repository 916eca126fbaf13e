package io.bellwether.analyzer.scorer.linear;

import java.util.Arrays;

/**
 * What a model sees of a text: which words, pairs of words, negated words, pieces of words and
 * sequences of tones occur (each hashed to one of {@link #SLOTS} slots), and the numbers of the two
 * lexicons. For one thread at a time; what it read lasts until it reads the next text, so that
 * scoring makes no objects.
 */
public final class TextFeatures {
  /** How many slots there are. Part of the model's format, as is all that follows. */
  public static final int SLOTS = 1 << 18;

  /** Words and pairs; negated words; pieces of words; tones. Each counts as much as the others. */
  public static final int GROUPS = 4;

  /** How many numbers of the lexicons there are. */
  public static final int NUMBERS = Mood.SIZE + Mood.VALENCES;

  private static final int NEGATION_REACHES = 4;
  private static final int SHORTEST_PIECE = 3;
  private static final int LONGEST_PIECE = 5;
  private static final int LONGEST_WORD = 24;
  private static final long PAIR = 0x9E3779B97F4A7C15L;
  private static final long NEGATED = 0xC2B2AE3D27D4EB4FL;
  private static final long PIECE = 0x165667B19E3779F9L;
  private static final long TONE = 0x27D4EB2F165667C5L;

  private final WordTable table;
  private final WordReader reader;
  private final Mood mood;
  private final Mood everydayMood;
  private final int[] groupEnds = new int[GROUPS];
  private int[] slots = new int[1024];
  private int count;
  private final double[] numbers = new double[NUMBERS];
  private boolean readable;
  // Slots that this text has had already: the number of the text, and the slot.
  private long[] seen = new long[4096];
  private long text;

  public TextFeatures() {
    this(WordTables.builtIn());
  }

  TextFeatures(WordTables tables) {
    table = tables.service();
    reader = new WordReader(tables);
    mood = new Mood(table);
    everydayMood = new Mood(tables.everyday());
  }

  /** Reads a text; the other methods then tell of it. */
  public void read(String said) {
    Words words = reader.read(said);
    System.arraycopy(mood.of(words, words.entries), 0, numbers, 0, Mood.SIZE);
    System.arraycopy(everydayMood.of(words, words.everyday), 0, numbers, Mood.SIZE, Mood.VALENCES);
    readable = words.readable;
    count = 0;
    text++;
    addWords(words);
    groupEnds[0] = count;
    addNegated(words);
    groupEnds[1] = count;
    addPieces(words);
    groupEnds[2] = count;
    addTones(words);
    groupEnds[3] = count;
  }

  /** Whether there was a word or an emoticon in it, not just signs. */
  public boolean isReadable() {
    return readable;
  }

  /** How many slots are taken. */
  public int count() {
    return count;
  }

  /** One of the slots, each of which is there once. */
  public int slot(int index) {
    return slots[index];
  }

  /** The index after the last slot of a group. */
  public int end(int group) {
    return groupEnds[group];
  }

  /** What a slot of a group counts: together they have the length 1. */
  public double weight(int group) {
    int size = groupEnds[group] - (group == 0 ? 0 : groupEnds[group - 1]);
    return size == 0 ? 0 : 1 / Math.sqrt(size);
  }

  /** One of the numbers of the lexicon. */
  public double number(int index) {
    return numbers[index];
  }

  private void addWords(Words words) {
    for (int i = 0; i < words.count; i++) {
      add(words.hashes[i]);
      if (i > 0) {
        add(Hash.joined(words.hashes[i - 1] ^ PAIR, words.hashes[i]));
      }
    }
  }

  private void addNegated(Words words) {
    int left = 0;
    for (int i = 0; i < words.count; i++) {
      if (i > 0 && words.sentences[i] != words.sentences[i - 1]) {
        left = 0;
      }
      if (table.isNegation(words.entries[i])) {
        left = NEGATION_REACHES;
      } else if (left > 0) {
        add(Hash.finished(words.hashes[i] ^ NEGATED));
        left--;
      }
    }
  }

  private void addPieces(Words words) {
    for (int i = 0; i < words.count; i++) {
      // A word that has been cut into pieces is not cut again.
      int before = count;
      add(Hash.finished(words.hashes[i] ^ PIECE));
      if (count > before) {
        addPieces(words.letters, words.starts[i], words.starts[i + 1]);
      }
    }
  }

  private void addPieces(char[] letters, int begin, int wordEnd) {
    int end = Math.min(wordEnd, begin + LONGEST_WORD);
    for (int from = begin - 1; from <= end - SHORTEST_PIECE + 1; from++) {
      long hash = Hash.START ^ PIECE;
      for (int to = from; to < Math.min(from + LONGEST_PIECE, end + 1); to++) {
        char letter = to < begin ? '<' : to == end ? '>' : letters[to];
        hash = Hash.with(hash, letter);
        if (to - from + 1 >= SHORTEST_PIECE) {
          add(Hash.finished(hash));
        }
      }
    }
  }

  private void addTones(Words words) {
    int begin = 0;
    while (begin < words.count) {
      int sentence = words.sentences[begin];
      int before = Tones.NONE;
      int last = Tones.BEGIN;
      int next = begin;
      for (; next < words.count && words.sentences[next] == sentence; next++) {
        int tone = Tones.of(table, words.entries[next]);
        if (tone != Tones.NONE) {
          addTone(before, last, tone);
          before = last;
          last = tone;
        }
      }
      addTone(before, last, words.questions[sentence] ? Tones.ASKING_END : Tones.END);
      begin = next;
    }
  }

  private void addTone(int before, int last, int tone) {
    add(Hash.joined(TONE, tone));
    add(Hash.joined(Hash.joined(TONE ^ 1, last), tone));
    add(Hash.joined(Hash.joined(Hash.joined(TONE ^ 2, before), last), tone));
  }

  private void add(long hash) {
    int slot = (int) (hash >>> 20) & (SLOTS - 1);
    long mark = text << 18 | slot;
    int place = slot & (seen.length - 1);
    while (seen[place] >>> 18 == text) {
      if (seen[place] == mark) {
        return;
      }
      place = (place + 1) & (seen.length - 1);
    }
    seen[place] = mark;
    if (count == slots.length) {
      slots = Arrays.copyOf(slots, count * 2);
    }
    slots[count++] = slot;
    if (count * 2 > seen.length) {
      makeRoom();
    }
  }

  private void makeRoom() {
    seen = new long[seen.length * 2];
    for (int i = 0; i < count; i++) {
      int place = slots[i] & (seen.length - 1);
      while (seen[place] != 0) {
        place = (place + 1) & (seen.length - 1);
      }
      seen[place] = text << 18 | slots[i];
    }
  }
}
