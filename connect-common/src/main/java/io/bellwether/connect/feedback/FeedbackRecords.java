package io.bellwether.connect.feedback;

import io.bellwether.connect.offset.SourcePartition;
import io.bellwether.connect.offset.SourcePosition;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/** Makes records of the {@code feedback} contract, {@code docs/contracts.md}. */
public final class FeedbackRecords {
  private static final Schema REFERENCE =
      SchemaBuilder.struct()
          .name("io.bellwether.Reference")
          .field("type", Schema.STRING_SCHEMA)
          .field("id", Schema.STRING_SCHEMA)
          .build();

  /** The value of a feedback record. */
  public static final Schema SCHEMA =
      SchemaBuilder.struct()
          .name("io.bellwether.Feedback")
          .version(3)
          .field("event_id", Schema.STRING_SCHEMA)
          .field("event_version", Schema.INT64_SCHEMA)
          .field("source", Schema.STRING_SCHEMA)
          .field("channel_id", Schema.OPTIONAL_STRING_SCHEMA)
          .field("channel_name", Schema.OPTIONAL_STRING_SCHEMA)
          .field("query", Schema.OPTIONAL_STRING_SCHEMA)
          .field("author_id", Schema.STRING_SCHEMA)
          .field("author_name", Schema.STRING_SCHEMA)
          .field("text", Schema.STRING_SCHEMA)
          .field("raw_text", Schema.STRING_SCHEMA)
          .field("previous_text", Schema.OPTIONAL_STRING_SCHEMA)
          .field("language", Schema.OPTIONAL_STRING_SCHEMA)
          .field("url", Schema.OPTIONAL_STRING_SCHEMA)
          .field("thread", Schema.OPTIONAL_STRING_SCHEMA)
          .field("said_at", Schema.STRING_SCHEMA)
          .field(
              "metrics",
              SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.INT64_SCHEMA).optional().build())
          .field("references", SchemaBuilder.array(REFERENCE).optional().build())
          .build();

  private final String topic;

  public FeedbackRecords(String topic) {
    this.topic = topic;
  }

  /** The record of this feedback, carrying the position after it. */
  public SourceRecord record(Feedback said, SourcePartition partition, SourcePosition after) {
    return new SourceRecord(
        partition.toMap(),
        after.toMap(),
        topic,
        null,
        Schema.STRING_SCHEMA,
        said.key(),
        SCHEMA,
        value(said),
        said.saidAt().toEpochMilli());
  }

  /**
   * The record that says that the event is gone: no value, so that a compacted topic forgets it.
   */
  public SourceRecord tombstone(Feedback gone, SourcePartition partition, SourcePosition after) {
    return new SourceRecord(
        partition.toMap(),
        after.toMap(),
        topic,
        null,
        Schema.STRING_SCHEMA,
        gone.key(),
        null,
        null,
        gone.saidAt().toEpochMilli());
  }

  private static Struct value(Feedback said) {
    return new Struct(SCHEMA)
        .put("event_id", said.eventId())
        .put("event_version", said.version())
        .put("source", said.source())
        .put("channel_id", said.channel().map(Feedback.Named::id).orElse(null))
        .put("channel_name", said.channel().map(Feedback.Named::name).orElse(null))
        .put("query", said.query().orElse(null))
        .put("author_id", said.author().id())
        .put("author_name", said.author().name())
        .put("text", said.text())
        .put("raw_text", said.rawText())
        .put("previous_text", said.previousText().orElse(null))
        .put("language", said.language().orElse(null))
        .put("url", said.url().orElse(null))
        .put("thread", said.thread().orElse(null))
        .put("said_at", said.saidAt().toString())
        .put("metrics", said.echo().metrics().isEmpty() ? null : metrics(said))
        .put("references", said.echo().references().isEmpty() ? null : references(said));
  }

  private static Map<String, Long> metrics(Feedback said) {
    return new TreeMap<>(said.echo().metrics());
  }

  private static List<Struct> references(Feedback said) {
    return said.echo().references().stream()
        .map(each -> new Struct(REFERENCE).put("type", each.type()).put("id", each.id()))
        .toList();
  }
}
