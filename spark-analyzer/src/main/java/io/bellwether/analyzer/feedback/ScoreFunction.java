package io.bellwether.analyzer.feedback;

import io.bellwether.analyzer.scorer.OpenScorers;
import io.bellwether.analyzer.scorer.ScorerSpec;
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
  private final ScorerSpec scorer;
  private final int batchSize;
  private final int maxRecordBytes;

  ScoreFunction(ScorerSpec scorer, int batchSize, int maxRecordBytes) {
    this.scorer = scorer;
    this.batchSize = batchSize;
    this.maxRecordBytes = maxRecordBytes;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    RecordLimit limit = new RecordLimit(maxRecordBytes);
    return new Scored(rows, new FeedbackScoring(OpenScorers.get(scorer), scorer.name(), limit));
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
      List<InputRecord> batch = new ArrayList<>(batchSize);
      do {
        batch.add(ScoredRows.record(rows.next()));
      } while (batch.size() < batchSize && rows.hasNext());
      scoring.score(batch).forEach(record -> ready.add(ScoredRows.row(record)));
    }
  }
}
