package io.bellwether.analyzer.scorer;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Never throws for a text: a batch that cannot be scored is tried one by one, and what still cannot
 * be scored says why. So one bad text neither stops the job nor takes its neighbours along. A text
 * in a language that the scorer does not read is not given to it. A {@link
 * ScorerUnavailableException} is no text's fault, and goes through.
 */
public final class CarefulScorer implements Scorer {
  private static final Logger LOG = LoggerFactory.getLogger(CarefulScorer.class);
  private static final int LONGEST_REASON = 500;
  private final Scorer scorer;
  private final Set<String> languages;

  public CarefulScorer(Scorer scorer) {
    this.scorer = scorer;
    this.languages = Set.copyOf(scorer.languages());
  }

  @Override
  public List<Scoring> score(List<Utterance> batch) {
    List<Utterance> readable =
        languages.isEmpty() ? batch : batch.stream().filter(this::reads).toList();
    if (readable.size() == batch.size()) {
      return scored(batch);
    }
    Iterator<Scoring> answers =
        readable.isEmpty() ? List.<Scoring>of().iterator() : scored(readable).iterator();
    List<Scoring> all = new ArrayList<>(batch.size());
    for (Utterance one : batch) {
      all.add(reads(one) ? answers.next() : foreign(one));
    }
    return all;
  }

  private boolean reads(Utterance one) {
    return one.language().isEmpty()
        || !Languages.isLanguage(one.language().get())
        || languages.contains(Languages.primary(one.language().get()));
  }

  private NotScored foreign(Utterance one) {
    return new NotScored(
        "The scorer does not read the language '"
            + one.language().orElseThrow()
            + "', only: "
            + String.join(", ", languages.stream().sorted().toList()));
  }

  private List<Scoring> scored(List<Utterance> batch) {
    try {
      return checked(scorer.score(batch), batch.size());
    } catch (ScorerUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      giveWayIfInterrupted(e);
      if (batch.size() > 1) {
        LOG.warn("A batch of {} cannot be scored, trying one by one", batch.size(), e);
        return batch.stream().map(one -> scored(List.of(one)).get(0)).toList();
      }
      LOG.debug("A text cannot be scored", e);
      return List.of(new NotScored(reason(e)));
    }
  }

  private static List<Scoring> checked(List<Scoring> answers, int texts) {
    if (answers == null || answers.size() != texts || answers.stream().anyMatch(Objects::isNull)) {
      throw new IllegalStateException("it did not answer for each of " + texts + " texts");
    }
    return answers;
  }

  // An interrupted task is being cancelled: its texts will be scored again, they are not at fault.
  private static void giveWayIfInterrupted(RuntimeException e) {
    if (Thread.currentThread().isInterrupted()) {
      throw e;
    }
  }

  private static String reason(RuntimeException e) {
    String message =
        Optional.ofNullable(e.getMessage()).orElseGet(() -> e.getClass().getSimpleName());
    String reason = "The scorer failed: " + message;
    return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
  }

  @Override
  public Set<String> languages() {
    return languages;
  }

  @Override
  public Optional<LanguageDetector> detector() {
    return scorer.detector();
  }

  /** Without an explanation a score is as good. */
  @Override
  public List<Term> explain(Utterance utterance) {
    try {
      return scorer.explain(utterance);
    } catch (RuntimeException e) {
      giveWayIfInterrupted(e);
      LOG.debug("A score cannot be explained", e);
      return List.of();
    }
  }

  @Override
  public void close() {
    scorer.close();
  }
}
