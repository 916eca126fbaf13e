package io.bellwether.analyzer.scorer.lexicon;

import io.bellwether.analyzer.scorer.lexicon.Tokens.Sentence;
import io.bellwether.analyzer.scorer.lexicon.Tokens.Token;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the tone of a text: valence, negation, intensity, stress, contrast. */
final class ToneReader {
  /** How many words back a negation or an intensifier reaches. */
  private static final int REACH = 3;

  /** "not good" is nearly as bad as "bad"; "not bad" and "no error" are hardly good. */
  private static final double NEGATED_PRAISE = -0.7;

  private static final double NEGATED_BLAME = -0.2;
  private static final double SHOUTED = 1.25;
  private static final double BEFORE_BUT = 0.6;

  /** "Is this a good idea?" praises nothing yet. */
  private static final double ASKED_PRAISE = 0.5;

  private final Lexicon lexicon;
  private final Tokens tokens;

  ToneReader(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.tokens = new Tokens(lexicon.emoticons());
  }

  Tone read(String text) {
    return tokens.sentences(text).stream().map(this::read).reduce(Tone.NONE, Tone::plus);
  }

  private Tone read(Sentence sentence) {
    Tone tone = new Tone(0, 0, sentence.exclamations());
    List<Token> words = sentence.tokens();
    int next = 0;
    while (next < words.size()) {
      if (lexicon.contrasts().contains(words.get(next).word())) {
        tone = tone.times(BEFORE_BUT);
      }
      int length = phraseAt(words, next);
      if (length > 0) {
        tone = tone.plus(valence(words, next, length, sentence.question()));
      }
      next += Math.max(length, 1);
    }
    return tone;
  }

  private int phraseAt(List<Token> words, int at) {
    int longest = lexicon.longestFrom().getOrDefault(words.get(at).word(), 0);
    for (int length = Math.min(longest, words.size() - at); length > 0; length--) {
      if (lexicon.valences().containsKey(phrase(words, at, length))) {
        return length;
      }
    }
    return 0;
  }

  private static String phrase(List<Token> words, int at, int length) {
    return length == 1
        ? words.get(at).word()
        : words.subList(at, at + length).stream().map(Token::word).collect(Collectors.joining(" "));
  }

  private double valence(List<Token> words, int at, int length, boolean question) {
    String phrase = phrase(words, at, length);
    double valence = lexicon.valences().get(phrase);
    if (lexicon.emoticons().contains(phrase)) {
      return valence;
    }
    boolean negated = false;
    for (int back = Math.max(0, at - REACH); back < at; back++) {
      String before = words.get(back).word();
      valence *= lexicon.intensities().getOrDefault(before, 1.0);
      negated ^= lexicon.negations().contains(before);
    }
    if (words.get(at).shouted()) {
      valence *= SHOUTED;
    }
    if (negated) {
      valence *= valence > 0 ? NEGATED_PRAISE : NEGATED_BLAME;
    }
    return question && valence > 0 ? valence * ASKED_PRAISE : valence;
  }
}
