package io.bellwether.quickstart.page.console;

import io.bellwether.standin.slack.Ts;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * How far each mover has committed: what stands before these places will not be looked at again.
 *
 * @param source for each channel that the source reads
 * @param spark the offset in {@code feedback} before which every committed batch has read
 * @param sink the sink's committed offset in each of its partitions
 */
record Passed(
    Map<String, Position> source, Map<TopicPartition, Long> spark, Map<TopicPartition, Long> sink) {
  static final Passed NOTHING = new Passed(Map.of(), Map.of(), Map.of());

  /**
   * The source's position in a channel.
   *
   * @param drainedTo everything up to and including this is done
   * @param seenAbove what is done above it, by ts
   */
  record Position(Ts drainedTo, Set<String> seenAbove) {
    boolean covers(Ts ts) {
      return ts.compareTo(drainedTo) <= 0 || seenAbove.contains(ts.toString());
    }
  }

  boolean bySource(String channel, Ts ts) {
    Position position = source.get(channel);
    return position != null && position.covers(ts);
  }

  boolean bySpark(Place place) {
    return place.offset() < spark.getOrDefault(place.partition(), 0L);
  }

  boolean bySink(Place place) {
    return place.offset() < sink.getOrDefault(place.partition(), 0L);
  }
}
