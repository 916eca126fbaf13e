package io.bellwether.analyzer.feedback;

import static org.apache.spark.sql.functions.expr;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Lets Spark parse and analyse the routes' predicates before anything is read. */
final class PredicateCheck {
  private PredicateCheck() {}

  /** A fault for each predicate that is none; its remedy lists the columns there are. */
  static List<String> faults(SparkSession spark, List<Route> routes) {
    Dataset<Row> nothing = spark.createDataFrame(List.<Row>of(), ScoredRows.VISIBLE);
    return routes.stream()
        .filter(route -> route.when().isPresent())
        .flatMap(route -> fault(nothing, route.name(), route.when().get()).stream())
        .toList();
  }

  private static Optional<String> fault(Dataset<Row> nothing, String route, String predicate) {
    try {
      DataType type = nothing.select(expr(predicate)).schema().fields()[0].dataType();
      if (type.equals(DataTypes.BooleanType)) {
        nothing.filter(predicate);
        return Optional.empty();
      }
      return Optional.of(message(route, "it is no predicate, but a " + type.sql()));
    } catch (Exception e) {
      // Spark throws the checked AnalysisException without declaring it.
      if (e instanceof AnalysisException) {
        return Optional.of(message(route, firstLine(e.getMessage())));
      }
      throw e;
    }
  }

  private static String message(String route, String reason) {
    return FeedbackKeys.when(route)
        + ": "
        + reason
        + " Write a condition over these columns: "
        + ScoredRows.columnNames()
        + ".";
  }

  private static String firstLine(String message) {
    return message.strip().lines().findFirst().orElse(message);
  }
}
