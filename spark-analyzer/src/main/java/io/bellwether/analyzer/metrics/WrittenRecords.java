package io.bellwether.analyzer.metrics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.Collection;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts the records of each batch by the topic they go to, as Spark writes them. */
public final class WrittenRecords {
  static final String NAME = "written";

  private WrittenRecords() {}

  /**
   * The same rows, counted. Not for continuous mode, which refuses it.
   *
   * @param records as the Kafka sink takes them
   * @param topics all that there can be
   */
  public static Dataset<Row> counted(Dataset<Row> records, Collection<String> topics) {
    Column[] counts =
        topics.stream()
            .distinct()
            .map(topic -> count(when(col("topic").equalTo(topic), 1)).as(topic))
            .toArray(Column[]::new);
    return counts.length == 0
        ? records
        : records.observe(NAME, counts[0], Arrays.copyOfRange(counts, 1, counts.length));
  }
}
