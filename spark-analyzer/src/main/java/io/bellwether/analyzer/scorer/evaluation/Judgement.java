package io.bellwether.analyzer.scorer.evaluation;

import io.bellwether.analyzer.scorer.Probabilities;
import io.bellwether.analyzer.scorer.Scorer;
import io.bellwether.analyzer.scorer.Scoring;
import io.bellwether.analyzer.scorer.Utterance;
import io.bellwether.analyzer.scorer.data.Labelled;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A scorer's answers to labelled texts, by one thread in batches as the job would ask. */
public record Judgement(List<Judged> judged, int unscored, double textsPerSecond) {
  private static final int BATCH = 64;
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  /** A scorer that is through in less than this is asked again, so that Java has warmed up. */
  private static final long SHORTEST_MEASUREMENT = 2 * SECOND;

  /** Asks until the speed can be told. */
  static Judgement of(Scorer scorer, List<Labelled> texts) {
    Judgement judgement = once(scorer, texts);
    double best = judgement.textsPerSecond();
    long left = SHORTEST_MEASUREMENT - (long) (texts.size() / best * SECOND);
    while (left > 0) {
      Judgement again = once(scorer, texts);
      best = Math.max(best, again.textsPerSecond());
      left -= (long) (texts.size() / again.textsPerSecond() * SECOND);
    }
    return new Judgement(judgement.judged(), judgement.unscored(), best);
  }

  /** Asks once. */
  public static Judgement once(Scorer scorer, List<Labelled> texts) {
    List<Utterance> utterances = texts.stream().map(one -> Utterance.of(one.text())).toList();
    long begin = System.nanoTime();
    List<Scoring> answers = ask(scorer, utterances);
    double perSecond = texts.size() * (double) SECOND / Math.max(1, System.nanoTime() - begin);
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      if (answers.get(i) instanceof Probabilities probabilities) {
        judged.add(new Judged(texts.get(i), probabilities));
      }
    }
    return new Judgement(judged, texts.size() - judged.size(), perSecond);
  }

  private static List<Scoring> ask(Scorer scorer, List<Utterance> utterances) {
    List<Scoring> answers = new ArrayList<>(utterances.size());
    for (int from = 0; from < utterances.size(); from += BATCH) {
      answers.addAll(
          scorer.score(utterances.subList(from, Math.min(from + BATCH, utterances.size()))));
    }
    return answers;
  }
}
