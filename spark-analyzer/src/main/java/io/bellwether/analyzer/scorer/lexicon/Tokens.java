package io.bellwether.analyzer.scorer.lexicon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Splits a text into sentences of words, emoticons and marks. Code and addresses say nothing. */
final class Tokens {
  /** Beyond this many characters a text has made its point; it also bounds the work. */
  private static final int LONGEST = 20_000;

  private static final Pattern SILENT =
      Pattern.compile("```.*?(```|$)|`[^`\n]*`|\\b\\w+://\\S+|@[\\w-]+", Pattern.DOTALL);
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?]+(?=\\s|$)|\\n{2,}");

  private final Pattern token;

  /**
   * @param word lower case, but for emoticons without letters
   * @param shouted written in capitals, in a text that is not
   */
  record Token(String word, boolean shouted) {}

  /** A sentence and the marks at its end. */
  record Sentence(List<Token> tokens, int exclamations, boolean question) {}

  /**
   * @param emoticons those that are no words; a few hundred alternatives, so they are only tried
   *     where a mark stands
   */
  Tokens(Set<String> emoticons) {
    String alternatives =
        emoticons.stream()
            .sorted(Comparator.comparing(String::length).reversed())
            .map(Tokens::standingAlone)
            .collect(Collectors.joining("|"));
    String word = "[\\p{L}\\p{N}]+(?:'\\p{L}+)*";
    String mark = "(?=[^\\p{L}\\p{N}\\s.,])";
    token =
        Pattern.compile(word + "|" + mark + "(?:" + alternatives + ")", Pattern.CASE_INSENSITIVE);
  }

  // A short one that goes on as a word is none: ":d" in "a:done".
  private static String standingAlone(String emoticon) {
    boolean open = emoticon.length() <= 3 && emoticon.charAt(0) < 128;
    return Pattern.quote(emoticon) + (open ? "(?![\\p{L}\\p{N}/])" : "");
  }

  List<Sentence> sentences(String text) {
    String spoken = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    spoken = SILENT.matcher(spoken).replaceAll(" ").replace('’', '\'');
    boolean allShouted = spoken.equals(spoken.toUpperCase(Locale.ROOT));
    List<Sentence> sentences = new ArrayList<>();
    Matcher end = SENTENCE_END.matcher(spoken);
    int from = 0;
    while (end.find()) {
      add(sentences, spoken.substring(from, end.start()), end.group(), allShouted);
      from = end.end();
    }
    add(sentences, spoken.substring(from), "", allShouted);
    return sentences;
  }

  private void add(List<Sentence> sentences, String text, String marks, boolean allShouted) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = token.matcher(text);
    while (matcher.find()) {
      String word = matcher.group();
      String lower = word.toLowerCase(Locale.ROOT);
      boolean shouted = !allShouted && word.length() > 2 && !word.equals(lower) && isUpper(word);
      tokens.add(new Token(lower, shouted));
    }
    int exclamations = (int) marks.chars().filter(mark -> mark == '!').count();
    if (!tokens.isEmpty() || exclamations > 0) {
      sentences.add(new Sentence(tokens, exclamations, marks.indexOf('?') >= 0));
    }
  }

  private static boolean isUpper(String word) {
    return word.chars().noneMatch(Character::isLowerCase);
  }
}
