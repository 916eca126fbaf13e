package io.bellwether.analyzer.scorer;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Never throws for a text: a batch that cannot be scored is tried one by one, and what still cannot
 * be scored says why. So one bad text neither stops the job nor takes its neighbours along.
 */
public final class CarefulScorer implements Scorer {
  private static final Logger LOG = LoggerFactory.getLogger(CarefulScorer.class);
  private static final int LONGEST_REASON = 500;
  private final Scorer scorer;

  public CarefulScorer(Scorer scorer) {
    this.scorer = scorer;
  }

  @Override
  public List<Scoring> score(List<Utterance> batch) {
    try {
      return checked(scorer.score(batch), batch.size());
    } catch (RuntimeException e) {
      giveWayIfInterrupted(e);
      if (batch.size() > 1) {
        LOG.warn("A batch of {} cannot be scored, trying one by one", batch.size(), e);
        return batch.stream().map(one -> score(List.of(one)).get(0)).toList();
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
  public void close() {
    scorer.close();
  }
}
