package io.bellwether.quickstart.page.console;

import io.bellwether.standin.slack.Ts;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * How far each mover has committed: what stands before these places will not be looked at again.
 *
 * @param source for each channel that the Slack source reads, and for {@code x}
 * @param spark the offset in {@code feedback} before which every committed batch has read
 * @param sink the sink's committed offset in each of its partitions
 */
record Passed(
    Map<String, ? extends Reached> source,
    Map<TopicPartition, Long> spark,
    Map<TopicPartition, Long> sink) {
  static final Passed NOTHING = new Passed(Map.of(), Map.of(), Map.of());

  /** How far a source has come somewhere. */
  interface Reached {
    boolean covers(EventId id);
  }

  /**
   * The Slack source's position in a channel.
   *
   * @param drainedTo everything up to and including this is done
   * @param seenAbove what is done above it, by ts
   */
  record Position(Ts drainedTo, Set<String> seenAbove) implements Reached {
    @Override
    public boolean covers(EventId id) {
      Ts ts = id.ts();
      return ts.compareTo(drainedTo) <= 0 || seenAbove.contains(ts.toString());
    }
  }

  boolean bySource(EventId id) {
    Reached reached = source.get(id.channel());
    return reached != null && reached.covers(id);
  }

  boolean bySpark(Place place) {
    return place.offset() < spark.getOrDefault(place.partition(), 0L);
  }

  boolean bySink(Place place) {
    return place.offset() < sink.getOrDefault(place.partition(), 0L);
  }
}
