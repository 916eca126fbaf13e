package io.bellwether.connect.offset;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Makes the records on which a position travels when nothing matched. Connect stores a position
 * only with a record; without this, a connector whose filter matches nothing would begin anew at
 * every restart.
 */
public final class Heartbeats {
  private static final Schema VALUE =
      SchemaBuilder.struct()
          .name("io.bellwether.Heartbeat")
          .field("connector", Schema.STRING_SCHEMA)
          .field("at", Schema.STRING_SCHEMA)
          .build();

  private final String topic;
  private final String connector;

  /**
   * @param topic should be compacted: a newer heartbeat of a partition replaces the older
   */
  public Heartbeats(String topic, String connector) {
    this.topic = topic;
    this.connector = connector;
  }

  /** A heartbeat of this position, now. */
  public SourceRecord record(SourcePartition partition, SourcePosition position, Instant now) {
    Map<String, String> key = new TreeMap<>(partition.toMap());
    return new SourceRecord(
        partition.toMap(),
        position.toMap(),
        topic,
        null,
        Schema.STRING_SCHEMA,
        connector + key,
        VALUE,
        new Struct(VALUE).put("connector", connector).put("at", now.toString()),
        now.toEpochMilli());
  }
}
