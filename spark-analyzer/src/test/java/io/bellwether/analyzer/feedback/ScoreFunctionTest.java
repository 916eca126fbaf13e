package io.bellwether.analyzer.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.analyzer.scorer.ScorerSpec;
import java.sql.Timestamp;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class ScoreFunctionTest {
  private final AtomicInteger taken = new AtomicInteger();

  @Test
  void oneByOneNoRowIsTakenBeforeItIsAskedFor() {
    Iterator<Row> scored = scored(1, 3);
    assertThat(taken).hasValue(0);
    assertThat(scored.next().<String>getAs(ScoredRows.ALL.fieldIndex("text"))).isEqualTo("t0");
    assertThat(taken).hasValue(1);
    scored.next();
    assertThat(taken).hasValue(2);
  }

  @Test
  void inBatchesEachRowComesOutOnceAndInOrder() {
    Iterator<Row> scored = scored(4, 10);
    for (int i = 0; i < 10; i++) {
      assertThat(scored.hasNext()).isTrue();
      assertThat(scored.next().<Long>getAs(ScoredRows.ALL.fieldIndex("offset"))).isEqualTo(i);
    }
    assertThat(scored.hasNext()).isFalse();
    assertThatThrownBy(scored::next).isInstanceOf(NoSuchElementException.class);
  }

  private Iterator<Row> scored(int batchSize, int rows) {
    Iterator<Row> source =
        IntStream.range(0, rows)
            .mapToObj(
                i -> {
                  taken.incrementAndGet();
                  byte[] value = ("{\"text\":\"t" + i + "\"}").getBytes(UTF_8);
                  return RowFactory.create(null, value, "feedback", 0, (long) i, new Timestamp(0));
                })
            .iterator();
    ScorerSpec lexicon = ScorerSpec.of("lexicon", Map.of());
    return new ScoreFunction(
            new ScoringPlan(lexicon, batchSize, 900_000, LanguageStep.When.OFF, true, false))
        .call(source);
  }
}
