package io.bellwether.analyzer.scorer.lexicon;

import io.bellwether.analyzer.scorer.NotScored;
import io.bellwether.analyzer.scorer.Scorer;
import io.bellwether.analyzer.scorer.Scoring;
import io.bellwether.analyzer.scorer.Utterance;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Scores English by its words. A text in another language is not scored, if its language is known.
 */
final class LexiconScorer implements Scorer {
  /** English, and the codes for "unknown" and "no words". */
  private static final Set<String> READABLE = Set.of("en", "", "und", "zxx");

  private final ToneReader reader;

  LexiconScorer(Lexicon lexicon) {
    this.reader = new ToneReader(lexicon);
  }

  @Override
  public List<Scoring> score(List<Utterance> batch) {
    return batch.stream().map(this::score).toList();
  }

  private Scoring score(Utterance utterance) {
    String language = utterance.language().orElse("");
    if (!READABLE.contains(language.split("-", -1)[0].toLowerCase(Locale.ROOT))) {
      return new NotScored("The lexicon scorer reads English only; the text is in " + language);
    }
    return Calibration.probabilities(reader.read(utterance.text()));
  }
}
