package io.bellwether.analyzer.trips;

import io.bellwether.analyzer.job.Job;
import io.bellwether.analyzer.job.Streams;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;

/**
 * Follows the topics of trips. Its state is in Spark's checkpoint and moves with the position, so
 * that statistics stay exact through restarts and kills; what is written may be written again, with
 * the same key and the same {@code event_id}.
 */
final class TripsJob implements Job {
  private static final String WARM_UP = "{\"RouteID\":\"warm-up\"}";
  private final TripsConfig config;

  TripsJob(TripsConfig config) {
    this.config = config;
  }

  @Override
  public List<String> faults(SparkSession spark) {
    return List.of();
  }

  @Override
  public void warmUp(SparkSession spark) {
    Row row =
        RowFactory.create(
            null,
            WARM_UP.getBytes(StandardCharsets.UTF_8),
            "warm-up",
            0,
            0L,
            Timestamp.from(Instant.EPOCH),
            null);
    Dataset<Row> one = spark.createDataFrame(List.of(row), Streams.INPUT_WITH_HEADERS);
    records(outputs(one)).write().format("noop").mode("overwrite").save();
  }

  @Override
  public StreamingQuery start(SparkSession spark) throws TimeoutException {
    Dataset<Row> records = records(outputs(Streams.readWithHeaders(spark, config.shared())));
    return config.shared().toConsole()
        ? Streams.toConsole(records, config.shared())
        : Streams.toKafka(records, config.shared());
  }

  private Dataset<Row> outputs(Dataset<Row> read) {
    return TripFlow.of(judged(read, config), new KeepBooks(config.outputs(), true));
  }

  static Dataset<Row> judged(Dataset<Row> read, TripsConfig config) {
    MapFunction<Row, Row> judge = new ReadRecord(config.cleaning());
    return read.map(judge, Encoders.row(JudgedRows.SCHEMA));
  }

  /** What Kafka's sink takes. */
  static Dataset<Row> records(Dataset<Row> outputs) {
    return outputs.select("key", "value", "topic");
  }
}
