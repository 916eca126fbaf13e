package io.bellwether.connect.slack.sink;

import io.bellwether.connect.slack.sink.delivery.DeliveredOffsets;
import io.bellwether.connect.slack.sink.delivery.Delivery.DeadLetter;
import io.bellwether.connect.slack.sink.delivery.Delivery.Fatal;
import io.bellwether.connect.slack.sink.delivery.PostOffice;
import io.bellwether.connect.slack.sink.delivery.Settled;
import io.bellwether.connect.slack.sink.delivery.Tally;
import io.bellwether.connect.slack.sink.mapping.Alert;
import io.bellwether.connect.slack.sink.mapping.AlertMapper;
import io.bellwether.connect.slack.sink.mapping.Mapped;
import io.bellwether.connect.slack.sink.mapping.Mapped.ToPost;
import io.bellwether.connect.slack.sink.mapping.Mapped.Unpostable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running sink. All its methods are called on the task's thread; the post office works in the
 * background, and what it has settled is collected with each {@link #put}.
 */
final class StartedSink implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StartedSink.class);
  private static final Duration COLLECT_EVERY = Duration.ofMillis(100);
  private static final Duration FULL = Duration.ofSeconds(1);

  /** Within this a failure is seen that shows while nothing comes. */
  private static final Duration IDLE = Duration.ofSeconds(10);

  private static final Duration AT_ONCE = Duration.ofMillis(1);

  private final SinkTaskContext context;
  private final AlertMapper mapper;
  private final PostOffice office;
  private final DeadLetters deadLetters;
  private final Tally tally;
  private final Intake intake;
  private final DeliveredOffsets offsets = new DeliveredOffsets();
  private final List<Settled> toReport = new ArrayList<>();

  /** Asked for, but Connect puts it off while an earlier commit is under way. */
  private boolean commitWanted;

  StartedSink(
      SinkTaskContext context,
      AlertMapper mapper,
      PostOffice office,
      DeadLetters deadLetters,
      Tally tally) {
    this.tally = tally;
    this.context = context;
    this.mapper = mapper;
    this.office = office;
    this.deadLetters = deadLetters;
    this.intake = new Intake(context, offsets);
    // Connect's first wait for records would last until the next commit.
    context.timeout(IDLE.toMillis());
  }

  void put(Collection<SinkRecord> records) {
    office.resume();
    collect();
    report();
    if (!records.isEmpty() && office.isFull()) {
      context.timeout(FULL.toMillis());
      throw new RetriableException("Waiting for Slack to take the alerts that were read already");
    }
    office.accept(alerts(records));
    intake.adjust();
    // Otherwise Connect would come back only with the next record or the next commit.
    boolean soon = offsets.anyOpen() || commitWanted;
    context.timeout((soon ? COLLECT_EVERY : IDLE).toMillis());
  }

  /**
   * How far each partition is delivered. From here to the next {@link #put} nothing is posted; if
   * the partitions are revoked instead, nothing was posted that is not in the answer.
   */
  Map<TopicPartition, OffsetAndMetadata> preCommit(
      Map<TopicPartition, OffsetAndMetadata> consumed) {
    office.hold();
    collect();
    commitWanted = false;
    context.timeout(AT_ONCE.toMillis());
    return offsets.committable(consumed);
  }

  void open(Collection<TopicPartition> partitions) {
    intake.opened(partitions);
    office.forget();
  }

  void close(Collection<TopicPartition> partitions) {
    office.drop(partitions);
    offsets.drop(partitions);
  }

  @Override
  public void close() {
    office.close();
  }

  private List<Alert> alerts(Collection<SinkRecord> records) {
    List<Alert> alerts = new ArrayList<>();
    for (SinkRecord record : records) {
      if (!offsets.isNew(Alert.partition(record), record.originalKafkaOffset())) {
        continue;
      }
      Mapped mapped = mapper.map(record);
      if (mapped instanceof ToPost post) {
        offsets.open(post.alert());
        alerts.add(post.alert());
      } else if (mapped instanceof Unpostable never) {
        dead(record, never.code(), never.remedy());
      } else {
        LOG.debug(
            "Passed over the tombstone at {}@{}",
            Alert.partition(record),
            record.originalKafkaOffset());
      }
    }
    return alerts;
  }

  private void dead(SinkRecord record, String code, String remedy) {
    tally.dead();
    deadLetters.report(record, code, remedy);
  }

  private void collect() {
    for (Settled settled : office.collect()) {
      if (settled.delivery() instanceof DeadLetter || settled.delivery() instanceof Fatal) {
        toReport.add(settled);
      } else if (offsets.close(settled.alert())) {
        wantCommit();
      }
    }
  }

  private void wantCommit() {
    commitWanted = true;
    context.requestCommit();
  }

  /**
   * Only in {@link #put}: Connect waits for reported records before it calls {@code preCommit}, so
   * one reported there would be committed before it is safe, and an exception there does not fail
   * the task but sets it back.
   */
  private void report() {
    for (Settled settled : toReport) {
      if (settled.delivery() instanceof Fatal fatal) {
        throw new ConnectException(
            "The sink cannot go on: " + fatal.code() + ". " + fatal.remedy());
      }
      if (settled.delivery() instanceof DeadLetter dead && offsets.isOpen(settled.alert())) {
        dead(settled.alert().record(), dead.code(), dead.remedy());
        offsets.close(settled.alert());
        wantCommit();
      }
    }
    toReport.clear();
  }
}
