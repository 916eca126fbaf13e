package io.bellwether.analyzer.language;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What can be said of a text at first sight, in about a microsecond: that it is English, because of
 * words that only English has, which settles nine texts of ten in an English channel.
 */
final class FirstSight {
  /** Common in English, rare or absent in other languages: no "was", "are", "has", "or", "i". */
  private static final Set<String> ENGLISH =
      new HashSet<>(
          Arrays.asList(
              ("the and it this that you with not have your what when why how where can please"
                      + " thank should would from they which if been just get about because i'm"
                      + " it's very again works working only some than could did does who using"
                      + " don't doesn't isn't can't won't didn't there's that's i've i'd you're"
                      + " their them into think there then these those we've wasn't couldn't"
                      + " great need know now make much many better every never always though"
                      + " after before awesome wrong looks seems sounds getting doing trying being"
                      + " having going really actually probably maybe something anything nothing"
                      + " someone everything agree yes our such while same both each another"
                      + " few without within between until through too own off says said")
                  .split(" ")));

  private static final int LONGEST_WORD = 10;
  private static final int READ = 400;
  private static final int SHORT = 8;
  private static final int ENOUGH = 2;

  /** A name, a quotation mark that was garbled, or another language with English in it. */
  private static final int ENOUGH_AMONG_ACCENTS = 5;

  private final String text;
  private final int end;
  private int english;
  private int words;
  private boolean onlyAscii = true;

  private FirstSight(String text) {
    this.text = text;
    this.end = Math.min(text.length(), READ);
  }

  static boolean isEnglish(String text) {
    return new FirstSight(text).isEnglish();
  }

  private boolean isEnglish() {
    int at = 0;
    while (at < end && english < (onlyAscii ? ENOUGH : ENOUGH_AMONG_ACCENTS)) {
      char c = text.charAt(at);
      if (c == '`') {
        at = Math.max(at, text.indexOf('`', at + 1)) + 1;
      } else if (Character.isLetter(c)) {
        at = word(at);
      } else {
        at++;
      }
    }
    return onlyAscii
        ? english >= ENOUGH || (english == 1 && words <= SHORT)
        : english >= ENOUGH_AMONG_ACCENTS;
  }

  private int word(int begin) {
    int at = begin;
    while (at < end && (Character.isLetter(text.charAt(at)) || isApostrophe(text.charAt(at)))) {
      onlyAscii &= text.charAt(at) < 128 || isApostrophe(text.charAt(at));
      at++;
    }
    words++;
    if (at - begin <= LONGEST_WORD) {
      String word = text.substring(begin, at).toLowerCase(Locale.ROOT).replace('’', '\'');
      english += ENGLISH.contains(word) ? 1 : 0;
    }
    return at;
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '’';
  }
}
