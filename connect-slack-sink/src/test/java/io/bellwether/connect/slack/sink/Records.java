package io.bellwether.connect.slack.sink;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.sink.SinkRecord;

/** Records as Connect hands them to a task. */
public final class Records {
  public static final TopicPartition PARTITION = new TopicPartition("negative-feedback", 0);

  /** 2023-11-14T22:13:20Z. */
  public static final long AT = 1_700_000_000_000L;

  private Records() {}

  public static SinkRecord of(Object value) {
    return at(0, value);
  }

  public static SinkRecord at(long offset, Object value) {
    return in(PARTITION, offset, null, value);
  }

  public static SinkRecord of(Schema schema, Object value) {
    return in(PARTITION, 0, schema, value);
  }

  public static SinkRecord in(TopicPartition partition, long offset, Schema schema, Object value) {
    return new SinkRecord(
        partition.topic(),
        partition.partition(),
        Schema.STRING_SCHEMA,
        "the-key",
        schema,
        value,
        offset,
        AT,
        TimestampType.CREATE_TIME);
  }
}
