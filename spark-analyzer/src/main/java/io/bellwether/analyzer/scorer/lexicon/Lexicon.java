package io.bellwether.analyzer.scorer.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What words mean to the {@link LexiconScorer}, and to others that read with it.
 *
 * @param valences of words, phrases (joined by one space) and emoticons: -4 to 4
 * @param intensities by what a word multiplies the valence of those that follow
 * @param longestFrom how many words the longest phrase has that begins with this word
 */
public record Lexicon(
    Map<String, Double> valences,
    Set<String> emoticons,
    Set<String> negations,
    Map<String, Double> intensities,
    Set<String> contrasts,
    Map<String, Integer> longestFrom) {

  /** The one of what people say about software, with words of the user's own added or replaced. */
  public static Lexicon withOwnWords(Map<String, Double> ownWords) {
    Map<String, Map<String, Double>> sections = sections("lexicon.txt");
    Map<String, Double> valences = new HashMap<>(sections.get("valence"));
    valences.putAll(sections.get("emoticons"));
    valences.putAll(ownWords);
    return new Lexicon(
        Collections.unmodifiableMap(valences),
        Set.copyOf(sections.get("emoticons").keySet()),
        Set.copyOf(sections.get("negations").keySet()),
        Collections.unmodifiableMap(sections.get("intensity")),
        Set.copyOf(sections.get("contrast").keySet()),
        longestFrom(valences.keySet()));
  }

  /** The other one of this package: seven thousand words that carry a tone in everyday English. */
  public static Lexicon everyday() {
    Map<String, Double> valences = sections("everyday.txt").get("valence");
    Lexicon own = withOwnWords(Map.of());
    return new Lexicon(
        Collections.unmodifiableMap(valences),
        Set.of(),
        own.negations,
        own.intensities,
        own.contrasts,
        longestFrom(valences.keySet()));
  }

  private static Map<String, Map<String, Double>> sections(String resource) {
    Map<String, Map<String, Double>> sections = new HashMap<>();
    String section = "";
    for (String line : lines(resource)) {
      if (line.startsWith("[")) {
        section = line.substring(1, line.indexOf(']'));
      } else {
        sections.computeIfAbsent(section, name -> new HashMap<>()).putAll(words(section, line));
      }
    }
    return sections;
  }

  private static List<String> lines(String resource) {
    try (InputStream in = Lexicon.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.equals("#") && !line.startsWith("# "))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Integer> longestFrom(Set<String> phrases) {
    Map<String, Integer> longest = new HashMap<>();
    for (String phrase : phrases) {
      String[] words = phrase.split(" ");
      longest.merge(words[0], words.length, Math::max);
    }
    return Collections.unmodifiableMap(longest);
  }

  // Lines of the sections with numbers begin with one; emoticons keep their underscores.
  private static Map<String, Double> words(String section, String line) {
    List<String> words = List.of(line.trim().split("\\s+"));
    boolean numbered = !Set.of("negations", "contrast").contains(section);
    double value = numbered ? Double.parseDouble(words.get(0)) : 1;
    Map<String, Double> values = new HashMap<>();
    for (String word : new HashSet<>(words.subList(numbered ? 1 : 0, words.size()))) {
      values.put(section.equals("valence") ? word.replace('_', ' ') : word, value);
    }
    return values;
  }
}
