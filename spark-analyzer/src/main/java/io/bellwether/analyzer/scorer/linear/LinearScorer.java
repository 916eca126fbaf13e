package io.bellwether.analyzer.scorer.linear;

import io.bellwether.analyzer.scorer.NotScored;
import io.bellwether.analyzer.scorer.Occlusion;
import io.bellwether.analyzer.scorer.Scorer;
import io.bellwether.analyzer.scorer.Scoring;
import io.bellwether.analyzer.scorer.Term;
import io.bellwether.analyzer.scorer.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Scores English by a {@link LinearModel}. */
final class LinearScorer implements Scorer {
  private static final NotScored NOTHING_SAID =
      new NotScored("There is no word and no known emoticon in the text");

  private final LinearModel model;

  // Not static: each scorer is its own, and there are few.
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<TextFeatures> features;

  LinearScorer(LinearModel model) {
    this.model = model;
    WordTables tables = WordTables.builtIn();
    features = ThreadLocal.withInitial(() -> new TextFeatures(tables));
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
    reader.read(utterance.text());
    if (!reader.isReadable()) {
      return NOTHING_SAID;
    }
    model.sums(reader, sums);
    return model.probabilities(sums);
  }

  @Override
  public Set<String> languages() {
    return Set.of("en");
  }

  @Override
  public List<Term> explain(Utterance utterance) {
    return Occlusion.explain(this, utterance);
  }
}
