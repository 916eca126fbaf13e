package io.bellwether.analyzer.feedback;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Decides each record's outcome: the first route whose predicate holds. A predicate that is null
 * does not hold. What has no score is unscored before any predicate is asked, because {@code NaN >=
 * 0.9} is true in Spark SQL.
 */
final class Routing {
  static final String UNSCORED = "unscored";
  private static final String OUTPUT_TOPIC = "output_topic";
  private final List<Route> routes;
  private final String unscoredTopic;

  Routing(List<Route> routes, String unscoredTopic) {
    this.routes = routes;
    this.unscoredTopic = unscoredTopic;
  }

  /** Adds the columns outcome and output_topic. */
  Dataset<Row> apply(Dataset<Row> scored) {
    return scored
        .withColumn(Fields.OUTCOME, choice(UNSCORED, Route::name))
        .withColumn(OUTPUT_TOPIC, choice(unscoredTopic, Route::topic));
  }

  /** What Spark's Kafka sink reads. */
  static Dataset<Row> records(Dataset<Row> routed) {
    // Route names need no escaping in JSON. Reading the value again only to add the outcome would
    // cost more than all the rest.
    Column value =
        concat(
            col(ScoredRows.OPEN_VALUE),
            lit(",\"" + Fields.OUTCOME + "\":\""),
            col(Fields.OUTCOME),
            lit("\"}"));
    return routed.select(
        col(ScoredRows.RECORD_KEY).as("key"), value.as("value"), col(OUTPUT_TOPIC).as("topic"));
  }

  private Column choice(String unscored, Function<Route, String> value) {
    Column score = col(Fields.SCORE);
    Column choice = when(score.isNull().or(score.isNaN()), lit(unscored));
    for (Route route : routes) {
      Column chosen = lit(value.apply(route));
      choice =
          route.when().isPresent()
              ? choice.when(expr(route.when().get()), chosen)
              : choice.otherwise(chosen);
    }
    return choice;
  }
}
