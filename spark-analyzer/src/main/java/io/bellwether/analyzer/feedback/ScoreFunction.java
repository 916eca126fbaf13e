package io.bellwether.analyzer.feedback;

import io.bellwether.analyzer.scorer.OpenScorers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/** Scores a partition's rows, as lazily as its batches allow. */
final class ScoreFunction implements MapPartitionsFunction<Row, Row> {
  private final ScoringPlan plan;

  ScoreFunction(ScoringPlan plan) {
    this.plan = plan;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    return new Scored(rows, new FeedbackScoring(OpenScorers.get(plan.scorer()), plan));
  }

  /**
   * Takes no more rows than it must: in continuous mode the rows of a partition never end, and one
   * that is collected is one that is not written yet.
   */
  private final class Scored implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final FeedbackScoring scoring;
    private final Queue<Row> ready = new ArrayDeque<>();

    Scored(Iterator<Row> rows, FeedbackScoring scoring) {
      this.rows = rows;
      this.scoring = scoring;
    }

    @Override
    public boolean hasNext() {
      return !ready.isEmpty() || rows.hasNext();
    }

    @Override
    public Row next() {
      if (ready.isEmpty()) {
        scoreBatch();
      }
      return ready.remove();
    }

    private void scoreBatch() {
      if (!rows.hasNext()) {
        throw new NoSuchElementException();
      }
      List<InputRecord> batch = new ArrayList<>(plan.batchSize());
      do {
        batch.add(ScoredRows.record(rows.next()));
      } while (batch.size() < plan.batchSize() && rows.hasNext());
      scoring.score(batch).forEach(record -> ready.add(ScoredRows.row(record)));
    }
  }
}
