package io.bellwether.analyzer.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.spark.sql.streaming.SourceProgress;

/** How many records a source of Kafka has not read yet. */
final class Backlog {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Backlog() {}

  /** As Spark saw it when it planned the batch; 0 where the source does not tell. */
  static long of(SourceProgress source) {
    return between(source.endOffset(), source.latestOffset());
  }

  /**
   * The sum over partitions.
   *
   * @param read as Spark writes offsets of Kafka, {@code {"topic":{"0":5}}}; may be null
   * @param there likewise, as far as there is anything
   */
  static long between(String read, String there) {
    if (read == null || there == null) {
      return 0;
    }
    try {
      JsonNode done = JSON.readTree(read);
      long sum = 0;
      for (var topic : JSON.readTree(there).properties()) {
        for (var partition : topic.getValue().properties()) {
          JsonNode from = done.path(topic.getKey()).path(partition.getKey());
          sum += Math.max(0, partition.getValue().asLong() - from.asLong());
        }
      }
      return sum;
    } catch (JsonProcessingException notOfKafka) {
      return 0;
    }
  }
}
