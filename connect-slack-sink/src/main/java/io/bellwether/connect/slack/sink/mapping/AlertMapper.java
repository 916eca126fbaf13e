package io.bellwether.connect.slack.sink.mapping;

import io.bellwether.connect.slack.sink.mapping.Mapped.Nothing;
import io.bellwether.connect.slack.sink.mapping.Mapped.ToPost;
import io.bellwether.connect.slack.sink.mapping.Mapped.Unpostable;
import java.util.Optional;
import org.apache.kafka.connect.sink.SinkRecord;

/** Makes alerts of records. */
public final class AlertMapper {
  private final ChannelRoutes routes;
  private final MessageTemplate template;
  private final String linkField;
  private final String eventIdField;
  private final FirstPosts firstPosts;

  /**
   * @param linkField the field with a link to the whole of what a message may cut
   * @param eventIdField the field that identifies the event; {@code a.b} for a nested one
   */
  public AlertMapper(
      ChannelRoutes routes,
      MessageTemplate template,
      String linkField,
      String eventIdField,
      FirstPosts firstPosts) {
    this.linkField = linkField;
    this.routes = routes;
    this.template = template;
    this.eventIdField = eventIdField;
    this.firstPosts = firstPosts;
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
    String text = template.render(fields.forTemplate(), fields.text(linkField));
    if (text.isBlank()) {
      return new Unpostable(
          "no_text",
          "message.template gives an empty text for this record: name fields that it has.");
    }
    Optional<String> id = fields.text(eventIdField).filter(given -> !given.isBlank());
    return new ToPost(
        new Alert(
            id.orElseGet(() -> place(record)),
            routes.channel(record.topic()),
            text,
            id.isPresent()
                ? firstPosts.earliest(fields, record)
                : firstPosts.earliestOfPlace(record),
            record));
  }

  private static String place(SinkRecord record) {
    return record.originalTopic()
        + ":"
        + record.originalKafkaPartition()
        + ":"
        + record.originalKafkaOffset();
  }
}
