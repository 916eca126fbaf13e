package io.bellwether.analyzer.trips;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.bellwether.analyzer.job.Streams;
import io.bellwether.analyzer.trips.cleaning.Cleaning;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * The topic of trips as a table for people, by the rules of the job where nothing is configured.
 */
public final class TripTable {
  private TripTable() {}

  /**
   * A row for each record that is a trip.
   *
   * @param records of Spark's Kafka source, headers among them
   */
  public static Dataset<Row> of(Dataset<Row> records) {
    Cleaning cleaning =
        new Cleaning(
            Map.of(),
            "M/d/yyyy H:mm",
            ZoneId.of("America/Los_Angeles"),
            new Cleaning.Limits(24 * 60 * 60, 100));
    MapFunction<Row, Row> judge = new ReadRecord(cleaning);
    return records
        .select(
            Arrays.stream(Streams.INPUT_WITH_HEADERS.fieldNames())
                .map(name -> col(name))
                .toArray(Column[]::new))
        .map(judge, Encoders.row(JudgedRows.SCHEMA))
        .where(col("id").isNotNull())
        .select(
            col("identity").as("event_id"),
            col("plan"),
            expr("timestamp_millis(start)").as("started"),
            expr("timestamp_millis(`end`)").as("ended"),
            col("seconds").as("duration_seconds"),
            expr("CAST(distance / 1000000 AS DECIMAL(18,6))").as("distance"),
            col("from").as("from_station"),
            col("to").as("to_station"),
            col("bike"),
            col("part").as("_partition"),
            col("position").as("_offset"));
  }
}
