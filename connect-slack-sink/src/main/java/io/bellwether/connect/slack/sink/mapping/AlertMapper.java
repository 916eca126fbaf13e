package io.bellwether.connect.slack.sink.mapping;

import io.bellwether.connect.slack.sink.mapping.Mapped.Nothing;
import io.bellwether.connect.slack.sink.mapping.Mapped.ToPost;
import io.bellwether.connect.slack.sink.mapping.Mapped.Unpostable;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.sink.SinkRecord;

/** Makes alerts of records. */
public final class AlertMapper {
  /** Longer ones are cut: a thread's name stands in the metadata of its messages. */
  private static final int LONGEST_THREAD = 200;

  private final ChannelRoutes routes;
  private final Looks looks;
  private final FieldNames names;
  private final FirstPosts firstPosts;

  public AlertMapper(ChannelRoutes routes, Looks looks, FieldNames names, FirstPosts firstPosts) {
    this.routes = routes;
    this.looks = looks;
    this.names = names;
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
    Map<String, Object> all = fields.forTemplate();
    String text = looks.text().render(all, looks.emojis().of(fields), fields.text(names.link()));
    if (text.isBlank()) {
      return new Unpostable(
          "no_text",
          "message.template gives an empty text for this record: name fields that it has.");
    }
    Optional<String> id = fields.text(names.eventId()).filter(given -> !given.isBlank());
    return new ToPost(
        new Alert(
            id.orElseGet(() -> place(record)),
            routes.channel(record, fields),
            thread(fields),
            text,
            looks.blocks().render(all),
            id.isPresent()
                ? firstPosts.earliest(fields, record)
                : firstPosts.earliestOfPlace(record),
            record));
  }

  private Optional<String> thread(RecordFields fields) {
    return names
        .thread()
        .flatMap(fields::textOrKey)
        .filter(thread -> !thread.isBlank())
        .map(thread -> Cut.to(LONGEST_THREAD, thread));
  }

  private static String place(SinkRecord record) {
    return record.originalTopic()
        + ":"
        + record.originalKafkaPartition()
        + ":"
        + record.originalKafkaOffset();
  }
}
