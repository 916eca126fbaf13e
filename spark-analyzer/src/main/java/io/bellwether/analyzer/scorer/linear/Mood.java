package io.bellwether.analyzer.scorer.linear;

import java.util.Arrays;

/**
 * What the lexicon finds in a text, as a few numbers near 1: valence with negation, intensity,
 * stress and contrast as in the lexicon scorer, the strongest sentence, emphasis, questions.
 */
final class Mood {
  /** How many numbers there are. Part of the model's format, as is their order. */
  static final int SIZE = 11;

  /** How many of them, the first, come from the valences; the others tell of the signs. */
  static final int VALENCES = 7;

  private static final int REACH = 3;
  private static final double NEGATED_PRAISE = -0.7;
  private static final double NEGATED_BLAME = -0.2;
  private static final double SHOUTED = 1.25;
  private static final double BEFORE_BUT = 0.6;
  private static final double ASKED_PRAISE = 0.5;

  private final WordTable table;
  private int[] entries = {};
  private final double[] numbers = new double[SIZE];
  private double allPraise;
  private double allBlame;
  private double mostPraise;
  private double mostBlame;
  private int praising;
  private int blaming;
  private int asking;

  Mood(WordTable table) {
    this.table = table;
  }

  /**
   * The numbers, until the next call.
   *
   * @param where in this lexicon the words stand
   */
  double[] of(Words words, int[] where) {
    entries = where;
    allPraise = 0;
    allBlame = 0;
    mostPraise = 0;
    mostBlame = 0;
    praising = 0;
    blaming = 0;
    asking = 0;
    int begin = 0;
    while (begin < words.count) {
      int end = begin;
      while (end < words.count && words.sentences[end] == words.sentences[begin]) {
        end++;
      }
      readSentence(words, begin, end);
      begin = end;
    }
    return numbers(words);
  }

  private double[] numbers(Words words) {
    int shouted = 0;
    for (int i = 0; i < words.count; i++) {
      shouted += words.shouted[i] ? 1 : 0;
    }
    double sentences = Math.max(1, words.sentenceCount);
    Arrays.fill(numbers, 0);
    numbers[0] = Math.log1p(allPraise / sentences);
    numbers[1] = Math.log1p(allBlame / sentences);
    numbers[2] = Math.log1p(mostPraise);
    numbers[3] = Math.log1p(mostBlame);
    numbers[4] = (praising - blaming) / sentences;
    numbers[5] = allPraise > 0 ? 1 : 0;
    numbers[6] = allBlame > 0 ? 1 : 0;
    numbers[7] = Math.min(2, words.exclamations / sentences);
    numbers[8] = asking / sentences;
    numbers[9] = Math.min(shouted, 3) / 2.0;
    numbers[10] = Math.log1p(words.count) / 2;
    return numbers;
  }

  private void readSentence(Words words, int begin, int end) {
    boolean asks = words.questions[words.sentences[begin]];
    asking += asks ? 1 : 0;
    double praise = 0;
    double blame = 0;
    int next = begin;
    while (next < end) {
      int entry = entries[next];
      if (entry == WordTable.ABSENT) {
        next++;
        continue;
      }
      if (table.isContrast(entry)) {
        praise *= BEFORE_BUT;
        blame *= BEFORE_BUT;
      }
      int length = Math.min(table.phraseLength(entry), end - next);
      int phrase = WordTable.ABSENT;
      for (; length > 0 && phrase == WordTable.ABSENT; length--) {
        phrase = phraseAt(words, next, length);
      }
      double valence = valence(words, begin, next, phrase, asks);
      praise += Math.max(0, valence);
      blame += Math.max(0, -valence);
      next += phrase == WordTable.ABSENT ? 1 : length + 1;
    }
    allPraise += praise;
    allBlame += blame;
    mostPraise = Math.max(mostPraise, praise);
    mostBlame = Math.max(mostBlame, blame);
    praising += praise > blame ? 1 : 0;
    blaming += blame > praise ? 1 : 0;
  }

  // Words like "support" may begin a phrase without having a valence themselves.
  private int phraseAt(Words words, int at, int length) {
    if (length == 1) {
      int entry = entries[at];
      return table.valence(entry) == 0 ? WordTable.ABSENT : entry;
    }
    long hash = words.hashes[at];
    for (int i = at + 1; i < at + length; i++) {
      hash = Hash.joined(hash, words.hashes[i]);
    }
    return table.find(hash);
  }

  private double valence(Words words, int begin, int at, int phrase, boolean asks) {
    double valence = table.valence(phrase);
    if (valence == 0) {
      return 0;
    }
    if (table.isEmoticon(phrase)) {
      return valence;
    }
    boolean negated = false;
    for (int back = Math.max(begin, at - REACH); back < at; back++) {
      int before = entries[back];
      valence *= table.intensity(before);
      negated ^= table.isNegation(before);
    }
    if (words.shouted[at]) {
      valence *= SHOUTED;
    }
    if (negated) {
      valence *= valence > 0 ? NEGATED_PRAISE : NEGATED_BLAME;
    }
    return asks && valence > 0 ? valence * ASKED_PRAISE : valence;
  }
}
