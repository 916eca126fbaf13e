package io.bellwether.analyzer.scorer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Explains a score by leaving words out: a word's weight is how much lower the score would be
 * without it. So it holds for whatever a scorer does with words, negations and pairs, and its unit
 * is that of the score. Costs as many scores as a text has different words.
 */
public final class Occlusion {
  private static final Pattern TOKEN = Pattern.compile("\\S+");
  private static final Pattern EDGES =
      Pattern.compile("^[\\p{P}\\p{S}]+(?=[\\p{L}\\p{N}])|(?<=[\\p{L}\\p{N}])[\\p{P}\\p{S}]+$");

  /** A longer text is explained by its beginning. */
  private static final int READ = 4_000;

  private static final int MOST_WORDS = 200;
  private static final int MOST_TERMS = 5;

  /** What moves the score by less explains nothing. */
  private static final double LEAST = 0.01;

  private Occlusion() {}

  /** The words that moved the score most, the strongest first. */
  public static List<Term> explain(Scorer scorer, Utterance utterance) {
    String text =
        utterance.text().length() <= READ ? utterance.text() : utterance.text().substring(0, READ);
    Map<String, String> without = withoutEachWord(text);
    List<String> words = List.copyOf(without.keySet());
    List<Utterance> variants = new ArrayList<>();
    variants.add(new Utterance(text, utterance.language()));
    words.forEach(word -> variants.add(new Utterance(without.get(word), utterance.language())));
    List<Scoring> scorings = scorer.score(variants);
    if (!(scorings.get(0) instanceof Probabilities whole)) {
      return List.of();
    }
    List<Term> terms = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      // Without its only word there is nothing to score: it counts against the middle.
      double rest = scorings.get(i + 1) instanceof Probabilities left ? left.score() : 0.5;
      double weight = whole.score() - rest;
      if (Math.abs(weight) >= LEAST) {
        terms.add(new Term(words.get(i), weight));
      }
    }
    return terms.stream()
        .sorted(Comparator.comparingDouble((Term term) -> -Math.abs(term.weight())))
        .limit(MOST_TERMS)
        .toList();
  }

  private static Map<String, String> withoutEachWord(String text) {
    Map<String, List<int[]>> places = new LinkedHashMap<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      String word = EDGES.matcher(matcher.group()).replaceAll("").toLowerCase(Locale.ROOT);
      if (places.containsKey(word) || places.size() < MOST_WORDS) {
        places
            .computeIfAbsent(word, any -> new ArrayList<>())
            .add(new int[] {matcher.start(), matcher.end()});
      }
    }
    Map<String, String> without = new LinkedHashMap<>();
    places.forEach((word, occurrences) -> without.put(word, without(text, occurrences)));
    return without;
  }

  private static String without(String text, List<int[]> places) {
    StringBuilder rest = new StringBuilder(text.length());
    int from = 0;
    for (int[] place : places) {
      rest.append(text, from, place[0]);
      from = place[1];
    }
    return rest.append(text.substring(from)).toString();
  }
}
