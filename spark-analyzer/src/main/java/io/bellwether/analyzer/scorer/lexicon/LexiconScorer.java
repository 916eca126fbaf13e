package io.bellwether.analyzer.scorer.lexicon;

import io.bellwether.analyzer.scorer.Occlusion;
import io.bellwether.analyzer.scorer.Scorer;
import io.bellwether.analyzer.scorer.Scoring;
import io.bellwether.analyzer.scorer.Term;
import io.bellwether.analyzer.scorer.Utterance;
import java.util.List;
import java.util.Set;

/** Scores English by its words. */
final class LexiconScorer implements Scorer {
  private final ToneReader reader;

  LexiconScorer(Lexicon lexicon) {
    this.reader = new ToneReader(lexicon);
  }

  @Override
  public List<Scoring> score(List<Utterance> batch) {
    return batch.stream().map(this::score).toList();
  }

  private Scoring score(Utterance utterance) {
    return Calibration.probabilities(reader.read(utterance.text()));
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
