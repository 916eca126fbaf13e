package io.bellwether.analyzer.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.analyzer.TestSpark;
import io.bellwether.analyzer.job.Streams;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreselectionTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private final SparkSession spark = TestSpark.session();

  @Test
  void whatThePredicateDoesNotHoldForIsLeftOutAndCounted() {
    long before = Skipped.FILTERED.count();
    Preselection azure = filter("lower(text) LIKE '%azure%' OR channel_name = 'feedback'");
    assertThat(
            left(
                azure,
                "{\"text\":\"Azure is down\"}",
                "{\"text\":\"lunch?\"}",
                "{\"text\":\"lunch!\",\"channel_name\":\"feedback\"}",
                "{\"text\":\"lunch\",\"channel_name\":\"food\"}"))
        .containsExactly(0L, 2L);
    assertThat(Skipped.FILTERED.count() - before).isEqualTo(2);
  }

  @Test
  void whatIsNoFeedbackIsNotAskedSoThatItIsNotLost() {
    assertThat(
            left(
                filter("text LIKE '%azure%'"),
                "nonsense",
                "{\"text\":\" \"}",
                "{}",
                null,
                "{\"text\":\"lunch\"}"))
        .containsExactly(0L, 1L, 2L, 3L);
  }

  @Test
  void ofWhatSaysTheSameOnlyTheFirstIsLeft() {
    long before = Skipped.DUPLICATE.count();
    assertThat(
            left(
                same("lower(trim(text))"),
                "{\"text\":\"Azure is down\"}",
                "{\"text\":\"azure is DOWN \"}",
                "{\"text\":\"it is up\"}",
                "{\"text\":\"Azure is down\"}",
                "nonsense",
                "nonsense"))
        .containsExactlyInAnyOrder(0L, 2L, 4L, 5L);
    assertThat(Skipped.DUPLICATE.count() - before).isEqualTo(2);
  }

  @Test
  void whatIsFarApartInTimeIsNotTheSame() {
    List<Row> rows =
        List.of(row(0, "{\"text\":\"hi\"}", 0), row(1, "{\"text\":\"hi\"}", 3_600_001));
    Dataset<Row> records = spark.createDataFrame(rows, Streams.INPUT_SCHEMA);
    assertThat(same("text").apply(records).count()).isEqualTo(2);
  }

  @Test
  void theRecordsComeOutAsTheyWere() {
    Dataset<Row> records =
        spark.createDataFrame(List.of(row(7, "{\"text\":\"hi\"}", 5)), Streams.INPUT_SCHEMA);
    Row out =
        new Preselection(Optional.of("text = 'hi'"), Optional.of("text"), HOUR)
            .apply(records)
            .first();
    assertThat(new String((byte[]) out.get(0), UTF_8)).isEqualTo("k");
    assertThat(new String((byte[]) out.get(1), UTF_8)).isEqualTo("{\"text\":\"hi\"}");
    assertThat(out.getString(2)).isEqualTo("feedback");
    assertThat(out.getLong(4)).isEqualTo(7);
    assertThat(out.get(5)).isEqualTo(new Timestamp(5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text = | Syntax error
          txt = 'a' | `txt`
          score <= 0.3 | `score`
          text | it is no predicate, but a STRING
          """)
  void aFilterThatIsNoneIsAFaultThatListsTheColumns(String predicate, String reason) {
    assertThat(filter(predicate).faults(spark))
        .singleElement()
        .asString()
        .startsWith("filter.when: ")
        .containsIgnoringCase(reason)
        .contains("channel_name", "text");
  }

  @Test
  void aKeyThatIsNoTextIsAFault() {
    assertThat(same("length(text)").faults(spark))
        .singleElement()
        .asString()
        .startsWith("dedupe.key: it is no text, but a INT");
    assertThat(same("concat(source, lower(text))").faults(spark)).isEmpty();
  }

  private static Preselection filter(String predicate) {
    return new Preselection(Optional.of(predicate), Optional.empty(), HOUR);
  }

  private static Preselection same(String key) {
    return new Preselection(Optional.empty(), Optional.of(key), HOUR);
  }

  private List<Long> left(Preselection preselection, String... values) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      rows.add(row(i, values[i], i));
    }
    Dataset<Row> records = spark.createDataFrame(rows, Streams.INPUT_SCHEMA);
    return preselection.apply(records).collectAsList().stream()
        .map(record -> record.getLong(4))
        .toList();
  }

  private static Row row(long offset, String value, long time) {
    byte[] bytes = value == null ? null : value.getBytes(UTF_8);
    return RowFactory.create(
        "k".getBytes(UTF_8), bytes, "feedback", 0, offset, new Timestamp(time));
  }
}
