package io.bellwether.standin.x.query;

import java.text.Normalizer;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A text as the words that X matches: small letters, cut at everything that is no letter or digit.
 * An emoji is a word too.
 */
record Words(List<String> words) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}_]+|\\p{So}");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** {@code folded}: letters with accents as those without. */
  static Words of(String text, boolean folded) {
    String small = text.toLowerCase(Locale.ROOT);
    String plain =
        folded
            ? MARKS.matcher(Normalizer.normalize(small, Normalizer.Form.NFD)).replaceAll("")
            : Normalizer.normalize(small, Normalizer.Form.NFC);
    return new Words(WORD.matcher(plain).results().map(MatchResult::group).toList());
  }

  /** Whether these words stand in this one, next to each other. */
  boolean contains(Words phrase) {
    return !phrase.words.isEmpty() && Collections.indexOfSubList(words, phrase.words) >= 0;
  }
}
