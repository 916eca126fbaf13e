package io.bellwether.connect.slack.sink;

import io.bellwether.connect.slack.sink.delivery.DeliveredOffsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkTaskContext;

/**
 * Pauses partitions whose alerts pile up, and takes them up again later. So a channel that Slack
 * limits does not fill the outbox, and the records of other topics keep coming.
 */
final class Intake {
  private static final int PAUSE_AT = 500;
  private static final int RESUME_AT = 100;

  private final SinkTaskContext context;
  private final DeliveredOffsets offsets;
  private final Set<TopicPartition> paused = new HashSet<>();

  Intake(SinkTaskContext context, DeliveredOffsets offsets) {
    this.context = context;
    this.offsets = offsets;
  }

  void adjust() {
    for (TopicPartition partition : offsets.partitions()) {
      int open = offsets.openIn(partition);
      if (open >= PAUSE_AT && paused.add(partition)) {
        context.pause(partition);
      } else if (open <= RESUME_AT && paused.remove(partition)) {
        context.resume(partition);
      }
    }
  }

  /** A partition that comes back after a rebalance is still paused in Connect's eyes. */
  void opened(Collection<TopicPartition> partitions) {
    for (TopicPartition partition : partitions) {
      if (paused.remove(partition)) {
        context.resume(partition);
      }
    }
  }
}
