package io.bellwether.connect.slack.sink.delivery;

import io.bellwether.connect.slack.sink.mapping.Alert;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Which alerts are still open, and so how far each partition is delivered: everything before its
 * first open alert. Belongs to the task's thread.
 */
public final class DeliveredOffsets {
  private final Map<TopicPartition, Partition> partitions = new HashMap<>();

  private static final class Partition {
    private final TreeMap<Long, Alert> open = new TreeMap<>();
    private long highest = -1;
  }

  /**
   * Takes note of a record.
   *
   * @return false if it has come before in this assignment: Connect goes back when a commit fails
   */
  public boolean isNew(TopicPartition partition, long offset) {
    Partition known = partitions.computeIfAbsent(partition, name -> new Partition());
    if (offset <= known.highest) {
      return false;
    }
    known.highest = offset;
    return true;
  }

  /** Keeps the partition from being delivered beyond this alert. */
  public void open(Alert alert) {
    partitions
        .computeIfAbsent(alert.partition(), name -> new Partition())
        .open
        .put(alert.offset(), alert);
  }

  /**
   * The alert is delivered.
   *
   * @return false if it was not open, because its partition has been revoked since
   */
  public boolean close(Alert alert) {
    Partition known = partitions.get(alert.partition());
    return isOpen(alert) && known.open.remove(alert.offset()) != null;
  }

  /** Whether it is still this task's: this alert, not one made of the same record later. */
  @SuppressWarnings("ReferenceEquality")
  public boolean isOpen(Alert alert) {
    Partition known = partitions.get(alert.partition());
    return known != null && known.open.get(alert.offset()) == alert;
  }

  /** The partitions that records have come from. */
  public Set<TopicPartition> partitions() {
    return Set.copyOf(partitions.keySet());
  }

  /** How many alerts of the partition are open. */
  public int openIn(TopicPartition partition) {
    Partition known = partitions.get(partition);
    return known == null ? 0 : known.open.size();
  }

  /** Whether anything is open. */
  public boolean anyOpen() {
    return partitions.values().stream().anyMatch(partition -> !partition.open.isEmpty());
  }

  /** Forgets partitions that now belong to another task. */
  public void drop(Collection<TopicPartition> revoked) {
    partitions.keySet().removeAll(revoked);
  }

  /**
   * What may be committed.
   *
   * @param consumed how far Connect has read, filtered records included
   */
  public Map<TopicPartition, OffsetAndMetadata> committable(
      Map<TopicPartition, OffsetAndMetadata> consumed) {
    Map<TopicPartition, OffsetAndMetadata> delivered = new HashMap<>();
    consumed.forEach(
        (partition, offset) ->
            delivered.put(
                partition,
                openIn(partition) == 0
                    ? offset
                    : new OffsetAndMetadata(
                        Math.min(offset.offset(), partitions.get(partition).open.firstKey()))));
    return delivered;
  }
}
