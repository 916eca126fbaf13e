package io.bellwether.analyzer.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.analyzer.TestSpark;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingTest {
  private final SparkSession spark = TestSpark.session();

  @Test
  void theFirstRouteThatHoldsWins() {
    assertThat(outcomes(routes("score <= 0.3", "score >= 0.9")))
        .containsExactly(
            "0.0:negative",
            "0.3:negative",
            "0.31:neutral",
            "0.5:neutral",
            "0.9:positive",
            "1.0:positive",
            "null:unscored",
            "NaN:unscored");
    assertThat(outcomes(routes("score >= 0", "score >= 0.9")))
        .filteredOn("1.0:negative"::equals)
        .hasSize(1);
  }

  @Test
  void whatHasNoScoreIsUnscoredWhateverThePredicatesSay() {
    assertThat(outcomes(routes("true", "score >= 0.9")))
        .contains("null:unscored", "NaN:unscored")
        .filteredOn(outcome -> outcome.endsWith("negative"))
        .hasSize(6);
  }

  @Test
  void aPredicateThatIsNullDoesNotHold() {
    assertThat(outcomes(routes("channel_name = 'x'", "CAST(text AS INT) > 1")))
        .filteredOn(outcome -> outcome.endsWith("neutral"))
        .hasSize(6);
  }

  @Test
  void theOutcomeIsAddedToTheValueAndTheKeyStays() {
    Row row =
        Routing.records(routing(routes("score <= 0.3", "score >= 0.9")).apply(scores())).first();
    assertThat(row.<byte[]>getAs("key")).containsExactly(1, 2);
    assertThat(row.<String>getAs("value")).isEqualTo("{\"text\":\"ü\",\"outcome\":\"negative\"}");
    assertThat(row.<String>getAs("topic")).isEqualTo("negative-topic");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          score <= | Syntax error
          scor <= 0.3 | `score`
          score + 1 | a DOUBLE
          'text' | a STRING
          max(score) > 1 | invalid expressions
          open_value = 'x' | cannot be resolved
          nofunction(score) | nofunction
          """)
  void aPredicateThatIsNoneIsAFaultThatListsTheColumns(String predicate, String reason) {
    assertThat(PredicateCheck.faults(spark, routes(predicate, "score >= 0.9")))
        .singleElement()
        .asString()
        .startsWith("routes.negative.when: ")
        .containsIgnoringCase(reason)
        .contains("channel_name", "p_negative", "score")
        .doesNotContain("record_key,", "\n");
  }

  @Test
  void goodPredicatesHaveNoFault() {
    List<Route> routes =
        routes("score <= 0.3 AND lower(channel_name) LIKE 'feed%' -- a comment", "score >= 0.9");
    assertThat(PredicateCheck.faults(spark, routes)).isEmpty();
  }

  private List<String> outcomes(List<Route> routes) {
    return routing(routes).apply(scores()).collectAsList().stream()
        .map(row -> row.getAs("score") + ":" + row.getAs("outcome"))
        .toList();
  }

  private static Routing routing(List<Route> routes) {
    return new Routing(routes, "unscored-topic");
  }

  private static List<Route> routes(String negative, String positive) {
    return List.of(
        new Route("negative", Optional.of(negative), "negative-topic"),
        new Route("positive", Optional.of(positive), "positive-topic"),
        new Route("neutral", Optional.empty(), "neutral-topic"));
  }

  private Dataset<Row> scores() {
    List<Row> rows =
        Arrays.asList(0.0, 0.3, 0.31, 0.5, 0.9, 1.0, null, Double.NaN).stream()
            .map(
                score -> {
                  Object[] values = new Object[ScoredRows.ALL.size()];
                  values[ScoredRows.ALL.fieldIndex("score")] = score;
                  values[ScoredRows.ALL.fieldIndex("text")] = "ü";
                  values[ScoredRows.ALL.fieldIndex("record_key")] = new byte[] {1, 2};
                  values[ScoredRows.ALL.fieldIndex("open_value")] = "{\"text\":\"ü\"";
                  return RowFactory.create(values);
                })
            .toList();
    return spark.createDataFrame(rows, ScoredRows.ALL.asNullable());
  }
}
