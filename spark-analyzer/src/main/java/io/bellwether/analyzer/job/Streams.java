package io.bellwether.analyzer.job;

import static org.apache.spark.sql.functions.col;

import io.bellwether.analyzer.config.AnalyzerConfig;
import io.bellwether.analyzer.metrics.WrittenRecords;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.DataStreamReader;
import org.apache.spark.sql.streaming.DataStreamWriter;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A query's beginning and end, as the shared keys of a configuration have it. */
public final class Streams {
  /** What is read of Kafka's source, in this order. */
  public static final StructType INPUT_SCHEMA =
      new StructType()
          .add("key", DataTypes.BinaryType, true)
          .add("value", DataTypes.BinaryType, true)
          .add("topic", DataTypes.StringType, false)
          .add("partition", DataTypes.IntegerType, false)
          .add("offset", DataTypes.LongType, false)
          .add("timestamp", DataTypes.TimestampType, true);

  /** The same with the headers, an array of key and value. */
  public static final StructType INPUT_WITH_HEADERS =
      INPUT_SCHEMA.add(
          "headers",
          DataTypes.createArrayType(
              new StructType()
                  .add("key", DataTypes.StringType)
                  .add("value", DataTypes.BinaryType)));

  private static final String CONTINUOUS_CHECKPOINT = "1 second";

  private Streams() {}

  /** The records of the topics, as rows of {@link #INPUT_SCHEMA}. */
  public static Dataset<Row> read(SparkSession spark, AnalyzerConfig config) {
    return columns(reader(spark, config).load(), INPUT_SCHEMA);
  }

  /** The records of the topics, as rows of {@link #INPUT_WITH_HEADERS}. */
  public static Dataset<Row> readWithHeaders(SparkSession spark, AnalyzerConfig config) {
    DataStreamReader reader = reader(spark, config).option("includeHeaders", true);
    return columns(reader.load(), INPUT_WITH_HEADERS);
  }

  /** What is in the topics now, as rows of {@link #INPUT_WITH_HEADERS}. */
  public static Dataset<Row> readOnce(SparkSession spark, AnalyzerConfig config) {
    Dataset<Row> read =
        spark
            .read()
            .format("kafka")
            .options(config.sourceOptions())
            .option("subscribe", String.join(",", config.topics()))
            .option("startingOffsets", "earliest")
            .option("endingOffsets", "latest")
            .option("failOnDataLoss", config.failOnDataLoss())
            .option("includeHeaders", true)
            .load();
    return columns(read, INPUT_WITH_HEADERS);
  }

  /** Writes rows of key, value and topic to Kafka and returns when it has them. */
  public static void writeOnce(Dataset<Row> records, AnalyzerConfig config) {
    records.write().format("kafka").options(config.sinkOptions()).save();
  }

  private static Dataset<Row> columns(Dataset<Row> read, StructType schema) {
    return read.select(
        Arrays.stream(schema.fieldNames()).map(name -> col(name)).toArray(Column[]::new));
  }

  private static DataStreamReader reader(SparkSession spark, AnalyzerConfig config) {
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
    return reader;
  }

  /** Writes rows of key, value and topic to Kafka. */
  public static StreamingQuery toKafka(Dataset<Row> records, AnalyzerConfig config)
      throws TimeoutException {
    boolean countable = config.trigger() != io.bellwether.analyzer.config.Trigger.CONTINUOUS;
    Dataset<Row> written =
        countable ? WrittenRecords.counted(records, config.outputs().values()) : records;
    return start(written.writeStream().format("kafka").options(config.sinkOptions()), config);
  }

  /** Prints rows, whole and all of them. */
  public static StreamingQuery toConsole(Dataset<Row> rows, AnalyzerConfig config)
      throws TimeoutException {
    return start(
        rows.writeStream()
            .format("console")
            .option("truncate", false)
            .option("numRows", Integer.MAX_VALUE),
        config);
  }

  private static StreamingQuery start(DataStreamWriter<Row> writer, AnalyzerConfig config)
      throws TimeoutException {
    config.checkpoint().ifPresent(folder -> writer.option("checkpointLocation", folder));
    return writer.queryName(config.name()).trigger(trigger(config)).start();
  }

  private static Trigger trigger(AnalyzerConfig config) {
    return switch (config.trigger()) {
      case MICRO_BATCH -> Trigger.ProcessingTime(config.triggerInterval().toMillis());
      case CONTINUOUS -> Trigger.Continuous(CONTINUOUS_CHECKPOINT);
      case AVAILABLE_NOW -> Trigger.AvailableNow();
    };
  }
}
