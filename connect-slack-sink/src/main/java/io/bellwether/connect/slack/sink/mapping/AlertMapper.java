package io.bellwether.connect.slack.sink.mapping;

import io.bellwether.connect.slack.sink.mapping.Mapped.Nothing;
import io.bellwether.connect.slack.sink.mapping.Mapped.ToPost;
import io.bellwether.connect.slack.sink.mapping.Mapped.Unpostable;
import org.apache.kafka.connect.sink.SinkRecord;

/** Makes alerts of records. */
public final class AlertMapper {
  private final ChannelRoutes routes;
  private final MessageTemplate template;
  private final String eventIdField;

  /**
   * @param eventIdField the field that identifies the event; {@code a.b} for a nested one
   */
  public AlertMapper(ChannelRoutes routes, MessageTemplate template, String eventIdField) {
    this.routes = routes;
    this.template = template;
    this.eventIdField = eventIdField;
  }

  /** What to do with a record. */
  public Mapped map(SinkRecord record) {
    if (record.value() == null) {
      return new Nothing();
    }
    try {
      return readable(record);
    } catch (RuntimeException e) {
      // One strange record must not stop the others.
      return new Unpostable(
          "unreadable", "message.template cannot show this record (" + e + "): change either.");
    }
  }

  private Mapped readable(SinkRecord record) {
    RecordFields fields = RecordFields.of(record);
    String text = template.render(fields.forTemplate());
    if (text.isBlank()) {
      return new Unpostable(
          "no_text",
          "message.template gives an empty text for this record: name fields that it has.");
    }
    return new ToPost(
        new Alert(eventId(fields, record), routes.channel(record.topic()), text, record));
  }

  private String eventId(RecordFields fields, SinkRecord record) {
    return fields
        .text(eventIdField)
        .filter(id -> !id.isBlank())
        .orElseGet(
            () ->
                record.originalTopic()
                    + ":"
                    + record.originalKafkaPartition()
                    + ":"
                    + record.originalKafkaOffset());
  }
}
