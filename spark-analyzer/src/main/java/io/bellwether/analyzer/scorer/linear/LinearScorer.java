package io.bellwether.analyzer.scorer.linear;

import io.bellwether.analyzer.scorer.NotScored;
import io.bellwether.analyzer.scorer.Scorer;
import io.bellwether.analyzer.scorer.Scoring;
import io.bellwether.analyzer.scorer.Utterance;
import io.bellwether.analyzer.scorer.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Scores English by a {@link LinearModel}; what is known to be another language it leaves. */
final class LinearScorer implements Scorer {
  /** English, and the codes for "unknown" and "no words". */
  private static final Set<String> READABLE = Set.of("en", "", "und", "zxx");

  private static final NotScored NOTHING_SAID =
      new NotScored("There is no word and no known emoticon in the text");

  private final LinearModel model;

  // Not static: each scorer is its own, and there are few.
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<TextFeatures> features;

  LinearScorer(LinearModel model) {
    this.model = model;
    WordTable table = new WordTable(Lexicon.withOwnWords(Map.of()));
    features = ThreadLocal.withInitial(() -> new TextFeatures(table));
  }

  @Override
  public List<Scoring> score(List<Utterance> batch) {
    TextFeatures reader = features.get();
    double[] sums = new double[LinearModel.CLASSES];
    List<Scoring> scorings = new ArrayList<>(batch.size());
    for (Utterance utterance : batch) {
      scorings.add(score(utterance, reader, sums));
    }
    return scorings;
  }

  private Scoring score(Utterance utterance, TextFeatures reader, double[] sums) {
    if (utterance.language().isPresent() && !isReadable(utterance.language().get())) {
      return new NotScored(
          "The linear scorer reads English only; the text is in " + utterance.language().get());
    }
    reader.read(utterance.text());
    if (!reader.isReadable()) {
      return NOTHING_SAID;
    }
    model.sums(reader, sums);
    return model.probabilities(sums);
  }

  private static boolean isReadable(String language) {
    int dash = language.indexOf('-');
    String primary = dash < 0 ? language : language.substring(0, dash);
    return READABLE.contains(primary.toLowerCase(Locale.ROOT));
  }
}
