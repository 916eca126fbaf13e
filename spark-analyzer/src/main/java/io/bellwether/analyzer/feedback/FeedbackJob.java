package io.bellwether.analyzer.feedback;

import static org.apache.spark.sql.functions.col;

import io.bellwether.analyzer.config.AnalyzerConfig;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.DataStreamReader;
import org.apache.spark.sql.streaming.DataStreamWriter;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;

/** Reads feedback, scores it, and writes each record to the topic of its outcome. */
public final class FeedbackJob {
  private static final String CONTINUOUS_CHECKPOINT = "1 second";
  private static final String WARM_UP = "{\"event_id\":\"warm-up\",\"text\":\"All good?\"}";
  private final AnalyzerConfig config;

  public FeedbackJob(AnalyzerConfig config) {
    this.config = config;
  }

  /**
   * Sends one made-up record through the whole plan, to nowhere. The first real one would otherwise
   * wait seconds until Spark has generated its code and the JVM has loaded it.
   */
  public void warmUp(SparkSession spark) {
    Row row =
        RowFactory.create(
            null,
            WARM_UP.getBytes(StandardCharsets.UTF_8),
            "warm-up",
            0,
            0L,
            Timestamp.from(Instant.EPOCH));
    Dataset<Row> one = spark.createDataFrame(List.of(row), ScoredRows.INPUT_SCHEMA);
    Routing routing = new Routing(config.routes(), config.unscoredTopic());
    Routing.records(routing.apply(scored(one))).write().format("noop").mode("overwrite").save();
  }

  /** Starts the query; it runs until it is stopped, fails, or has read what there is. */
  public StreamingQuery start(SparkSession spark) throws TimeoutException {
    Dataset<Row> routed =
        new Routing(config.routes(), config.unscoredTopic()).apply(scored(read(spark)));
    DataStreamWriter<Row> writer = config.toConsole() ? console(routed) : kafka(routed);
    config.checkpoint().ifPresent(folder -> writer.option("checkpointLocation", folder));
    return writer.queryName(config.name()).trigger(trigger()).start();
  }

  private Dataset<Row> read(SparkSession spark) {
    DataStreamReader reader =
        spark
            .readStream()
            .format("kafka")
            .options(config.sourceOptions())
            .option("subscribe", String.join(",", config.topics()))
            .option("startingOffsets", config.startingOffsets())
            .option("failOnDataLoss", config.failOnDataLoss());
    if (config.trigger() != io.bellwether.analyzer.config.Trigger.CONTINUOUS) {
      reader.option("maxOffsetsPerTrigger", config.maxOffsetsPerTrigger());
    }
    return reader
        .load()
        .select(
            Arrays.stream(ScoredRows.INPUT_SCHEMA.fieldNames())
                .map(name -> col(name))
                .toArray(Column[]::new));
  }

  private Dataset<Row> scored(Dataset<Row> read) {
    ScoreFunction score =
        new ScoreFunction(config.scorer(), config.batchSize(), config.maxRecordBytes());
    return read.mapPartitions(score, Encoders.row(ScoredRows.ALL));
  }

  private DataStreamWriter<Row> kafka(Dataset<Row> routed) {
    return Routing.records(routed).writeStream().format("kafka").options(config.sinkOptions());
  }

  private static DataStreamWriter<Row> console(Dataset<Row> routed) {
    return routed
        .select("key", "topic", "partition", "offset", "timestamp", "text", "score", "outcome")
        .writeStream()
        .format("console")
        .option("truncate", false)
        .option("numRows", Integer.MAX_VALUE);
  }

  private Trigger trigger() {
    return switch (config.trigger()) {
      case MICRO_BATCH -> Trigger.ProcessingTime(config.triggerInterval().toMillis());
      case CONTINUOUS -> Trigger.Continuous(CONTINUOUS_CHECKPOINT);
      case AVAILABLE_NOW -> Trigger.AvailableNow();
    };
  }
}
