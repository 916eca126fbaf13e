package io.bellwether.analyzer.feedback;

import static org.apache.spark.sql.functions.expr;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Lets Spark parse and analyse the user's expressions before anything is read. */
final class PredicateCheck {
  private PredicateCheck() {}

  /** A fault for each predicate of a route that is none; its remedy lists the columns there are. */
  static List<String> faults(SparkSession spark, List<Route> routes) {
    Dataset<Row> nothing = spark.createDataFrame(List.<Row>of(), ScoredRows.VISIBLE);
    return routes.stream()
        .filter(route -> route.when().isPresent())
        .flatMap(
            route ->
                predicate(nothing, FeedbackKeys.when(route.name()), route.when().get()).stream())
        .toList();
  }

  /** The same for what is asked before scoring. */
  static List<String> faults(SparkSession spark, Preselection preselection) {
    Dataset<Row> nothing = spark.createDataFrame(List.<Row>of(), InputColumns.VISIBLE);
    return Stream.of(
            preselection.when().flatMap(when -> predicate(nothing, FeedbackKeys.FILTER_WHEN, when)),
            preselection.key().flatMap(key -> text(nothing, FeedbackKeys.DEDUPE_KEY, key)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> predicate(Dataset<Row> nothing, String key, String predicate) {
    return fault(nothing, key, predicate, "condition", DataTypes.BooleanType, "no predicate");
  }

  private static Optional<String> text(Dataset<Row> nothing, String key, String expression) {
    return fault(nothing, key, expression, "text", DataTypes.StringType, "no text");
  }

  private static Optional<String> fault(
      Dataset<Row> nothing,
      String key,
      String expression,
      String wanted,
      DataType wantedType,
      String otherwise) {
    try {
      DataType type = nothing.select(expr(expression)).schema().fields()[0].dataType();
      if (type.equals(wantedType)) {
        nothing.filter(expr(expression).isNotNull());
        return Optional.empty();
      }
      return Optional.of(
          message(nothing, key, wanted, "it is " + otherwise + ", but a " + type.sql()));
    } catch (Exception e) {
      // Spark throws the checked AnalysisException without declaring it.
      if (e instanceof AnalysisException) {
        return Optional.of(message(nothing, key, wanted, firstLine(e.getMessage())));
      }
      throw e;
    }
  }

  private static String message(Dataset<Row> nothing, String key, String wanted, String reason) {
    return key
        + ": "
        + reason
        + " Write a "
        + wanted
        + " over these columns: "
        + String.join(", ", nothing.schema().fieldNames())
        + ".";
  }

  private static String firstLine(String message) {
    return message.strip().lines().findFirst().orElse(message);
  }
}
