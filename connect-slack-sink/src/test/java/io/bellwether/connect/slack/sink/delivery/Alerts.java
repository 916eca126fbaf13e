package io.bellwether.connect.slack.sink.delivery;

import io.bellwether.connect.slack.sink.Records;
import io.bellwether.connect.slack.sink.mapping.Alert;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** Alerts for tests. */
final class Alerts {
  private Alerts() {}

  static Alert to(String channel, String eventId, long offset) {
    return in(Records.PARTITION, channel, eventId, offset);
  }

  static Alert in(TopicPartition partition, String channel, String eventId, long offset) {
    return new Alert(
        eventId,
        channel,
        Optional.empty(),
        eventId,
        List.of(),
        Instant.ofEpochMilli(Records.AT),
        Records.in(partition, offset, null, eventId));
  }
}
