package io.bellwether.transformer;

import io.bellwether.analyzer.scorer.NotScored;
import io.bellwether.analyzer.scorer.Scorer;
import io.bellwether.analyzer.scorer.Scoring;
import io.bellwether.analyzer.scorer.Utterance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Scores texts by a {@link Network}, several at a time where they have equally many pieces: with
 * padding, or with a network of 8-bit numbers, whose scale depends on all texts of a call, a score
 * would depend on what else was said.
 */
final class TransformerScorer implements Scorer {
  private static final NotScored NOTHING_KNOWN =
      new NotScored("There is nothing in the text that the network knows");

  private final Tokenizer tokenizer;
  private final Network network;
  private final Reading reading;
  private final int batch;
  private final Set<String> languages;

  TransformerScorer(
      Tokenizer tokenizer, Network network, Reading reading, int batch, Set<String> languages) {
    this.tokenizer = tokenizer;
    this.network = network;
    this.reading = reading;
    this.batch = batch;
    this.languages = languages;
  }

  @Override
  public List<Scoring> score(List<Utterance> texts) {
    Scoring[] scorings = new Scoring[texts.size()];
    Arrays.fill(scorings, NOTHING_KNOWN);
    long[][] tokens = new long[texts.size()][];
    Map<Integer, List<Integer>> byLength = new TreeMap<>();
    for (int i = 0; i < tokens.length; i++) {
      Optional<long[]> pieces = tokenizer.tokens(texts.get(i).text());
      if (pieces.isPresent()) {
        tokens[i] = pieces.get();
        byLength.computeIfAbsent(tokens[i].length, length -> new ArrayList<>()).add(i);
      }
    }
    for (List<Integer> alike : byLength.values()) {
      for (int from = 0; from < alike.size(); from += batch) {
        ask(alike.subList(from, Math.min(from + batch, alike.size())), texts, tokens, scorings);
      }
    }
    return Arrays.asList(scorings);
  }

  private void ask(
      List<Integer> asked, List<Utterance> texts, long[][] tokens, Scoring[] scorings) {
    List<float[]> answers = network.answers(asked.stream().map(i -> tokens[i]).toList());
    for (int i = 0; i < answers.size(); i++) {
      int at = asked.get(i);
      scorings[at] = reading.probabilities(texts.get(at).text(), answers.get(i), tokens[at].length);
    }
  }

  @Override
  public Set<String> languages() {
    return languages;
  }

  @Override
  public void close() {
    network.close();
    tokenizer.close();
  }
}
