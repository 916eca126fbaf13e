package io.bellwether.connect.slack.sink.mapping;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.sink.SinkRecord;

/** The fields that a template and the event id find in a record. */
final class RecordFields {
  private static final String KEY = "key";

  private final SinkRecord record;
  private final Object value;
  private final Map<?, ?> fields;

  private RecordFields(SinkRecord record, Object value, Map<?, ?> fields) {
    this.record = record;
    this.value = value;
    this.fields = fields;
  }

  static RecordFields of(SinkRecord record) {
    Object value = PlainValues.of(record.valueSchema(), record.value());
    if (value instanceof String text) {
      // A converter that knows no JSON hands it over as it was written.
      Optional<Map<?, ?>> json = PlainText.jsonObject(text);
      if (json.isPresent()) {
        return new RecordFields(record, value, (Map<?, ?>) PlainValues.of(null, json.get()));
      }
    }
    return new RecordFields(record, value, value instanceof Map<?, ?> map ? map : Map.of());
  }

  /** The text of a field; {@code a.b} finds a field of that name or b inside of a. */
  Optional<String> text(String path) {
    return find(fields, path).map(PlainText::of);
  }

  /** The text of the newest header of this name. */
  Optional<String> header(String name) {
    Header header = record.headers().lastWithName(name);
    return header == null
        ? Optional.empty()
        : Optional.ofNullable(PlainValues.of(header.schema(), header.value())).map(PlainText::of);
  }

  /** The text of a field, or, for the name that the template has for it, of the key. */
  Optional<String> textOrKey(String path) {
    Optional<String> field = text(path);
    return field.isPresent() || !path.equals(KEY)
        ? field
        : Optional.ofNullable(PlainValues.of(record.keySchema(), record.key())).map(PlainText::of);
  }

  /** What the template sees: the record's fields hide the names that every record has. */
  Map<String, Object> forTemplate() {
    Map<String, Object> all = new HashMap<>();
    all.put(KEY, PlainValues.of(record.keySchema(), record.key()));
    all.put("topic", record.topic());
    all.put("partition", record.kafkaPartition());
    all.put("offset", record.kafkaOffset());
    all.put("timestamp", time(record.timestamp()));
    all.put("value", PlainText.of(value));
    fields.forEach((name, field) -> all.put(String.valueOf(name), field));
    return all;
  }

  private static String time(Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis).toString();
  }

  private static Optional<Object> find(Map<?, ?> fields, String path) {
    Object whole = fields.get(path);
    int dot = path.indexOf('.');
    if (whole != null || dot < 0) {
      return Optional.ofNullable(whole);
    }
    return fields.get(path.substring(0, dot)) instanceof Map<?, ?> inner
        ? find(inner, path.substring(dot + 1))
        : Optional.empty();
  }
}
