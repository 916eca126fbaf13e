package io.bellwether.analyzer.scorer.linear;

import java.util.Arrays;

/** The words of a text, in arrays that are used again for the next text. */
final class Words {
  private static final int ROOM = 256;

  /** Hashes; of emoticons and signs as well. */
  long[] hashes = new long[ROOM];

  /** Where in {@link #letters} each begins; that of the one after the last is the end. */
  int[] starts = new int[ROOM + 1];

  /** Where the lexicon has it, or {@link WordTable#ABSENT}. */
  int[] entries = new int[ROOM];

  /** The same for the lexicon of everyday English. */
  int[] everyday = new int[ROOM];

  /** Which sentence it is in. */
  int[] sentences = new int[ROOM];

  boolean[] shouted = new boolean[ROOM];
  char[] letters = new char[ROOM];
  int count;
  int sentenceCount;
  int exclamations;

  /** Whether there is a word or a known emoticon. */
  boolean readable;

  /** A sentence that asks has a bit set. */
  boolean[] questions = new boolean[ROOM];

  void clear(int characters) {
    if (letters.length < characters) {
      letters = new char[characters];
    }
    count = 0;
    sentenceCount = 0;
    exclamations = 0;
    readable = false;
    starts[0] = 0;
    questions[0] = false;
  }

  /** Takes what was written to {@link #letters} from the last word's end up to here as a word. */
  void add(long hash, int end, int entry, int everydayEntry, boolean isShouted) {
    if (count == hashes.length) {
      grow();
    }
    hashes[count] = hash;
    entries[count] = entry;
    everyday[count] = everydayEntry;
    sentences[count] = sentenceCount;
    shouted[count] = isShouted;
    count++;
    starts[count] = end;
  }

  void endSentence(boolean question) {
    boolean isEmpty = count == 0 || sentences[count - 1] < sentenceCount;
    if (isEmpty) {
      return;
    }
    if (sentenceCount + 1 >= questions.length) {
      questions = Arrays.copyOf(questions, questions.length * 2);
    }
    questions[sentenceCount] = question;
    sentenceCount++;
    questions[sentenceCount] = false;
  }

  private void grow() {
    int room = count * 2;
    hashes = Arrays.copyOf(hashes, room);
    starts = Arrays.copyOf(starts, room + 1);
    entries = Arrays.copyOf(entries, room);
    everyday = Arrays.copyOf(everyday, room);
    sentences = Arrays.copyOf(sentences, room);
    shouted = Arrays.copyOf(shouted, room);
  }
}
