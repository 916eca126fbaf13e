package io.bellwether.connect.slack.sink.mapping;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * A record on its way to Slack.
 *
 * @param eventId what it is posted once for; {@code topic:partition:offset} where the record has no
 *     event id
 * @param channel name or id, without {@code #}
 * @param thread alerts of one channel with the same are replies to the first of them
 * @param text in Slack's markup, not blank
 * @param blocks shown instead of the text, each as JSON; empty if there are none
 * @param earliestPost the event cannot have been posted before; not before 1970, UTC
 * @param record for the dead letter queue
 */
public record Alert(
    String eventId,
    String channel,
    Optional<String> thread,
    String text,
    List<String> blocks,
    Instant earliestPost,
    SinkRecord record) {
  /** Copies. */
  public Alert {
    blocks = List.copyOf(blocks);
  }

  /** Where the record came from, whatever topic a transform has given it since. */
  public static TopicPartition partition(SinkRecord record) {
    return new TopicPartition(record.originalTopic(), record.originalKafkaPartition());
  }

  /** Where it came from. */
  public TopicPartition partition() {
    return partition(record);
  }

  /** Its offset there. */
  public long offset() {
    return record.originalKafkaOffset();
  }
}
