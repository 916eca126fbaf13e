package io.bellwether.analyzer.trips;

import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.GroupStateTimeout;
import org.apache.spark.sql.streaming.OutputMode;

/** From judged rows to what is written: the same for a stream and for a batch. */
final class TripFlow {
  private static final String ONE_GROUP = "all";

  private TripFlow() {}

  /** Rows of {@link Outputs#SCHEMA} of rows of {@link JudgedRows#SCHEMA}. */
  static Dataset<Row> of(Dataset<Row> judged, KeepBooks books) {
    return judged
        .groupByKey((MapFunction<Row, String>) JudgedRows::identity, Encoders.STRING())
        .flatMapGroupsWithState(
            new FirstOfEach(),
            OutputMode.Append(),
            Encoders.BOOLEAN(),
            Encoders.row(JudgedRows.SCHEMA),
            GroupStateTimeout.NoTimeout())
        .groupByKey((MapFunction<Row, String>) row -> ONE_GROUP, Encoders.STRING())
        .flatMapGroupsWithState(
            books,
            OutputMode.Append(),
            Encoders.STRING(),
            Encoders.row(Outputs.SCHEMA),
            GroupStateTimeout.NoTimeout());
  }
}
