package io.bellwether.connect.slack.sink.mapping;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;

/**
 * Connect's data as plain Java values: {@code String}, {@code Number}, {@code Boolean}, {@code
 * Map<String, Object>}, {@code List} without nulls, or {@code null}. Points in time become RFC 3339
 * in UTC, bytes become the text that they are in UTF-8, or else Base64.
 */
final class PlainValues {
  private PlainValues() {}

  static Object of(Schema schema, Object value) {
    if (value == null
        || value instanceof String
        || value instanceof Number
        || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Struct struct) {
      return fields(struct);
    }
    if (value instanceof Map<?, ?> map) {
      return entries(schema == null ? null : schema.valueSchema(), map);
    }
    if (value instanceof Collection<?> items) {
      Schema each = schema == null ? null : schema.valueSchema();
      return items.stream().map(item -> of(each, item)).filter(Objects::nonNull).toList();
    }
    if (value instanceof byte[] bytes) {
      return text(ByteBuffer.wrap(bytes));
    }
    if (value instanceof ByteBuffer bytes) {
      return text(bytes.duplicate());
    }
    return value instanceof java.util.Date time ? time(schema, time) : value.toString();
  }

  private static Map<String, Object> fields(Struct struct) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (Field field : struct.schema().fields()) {
      fields.put(field.name(), of(field.schema(), struct.get(field)));
    }
    return fields;
  }

  private static Map<String, Object> entries(Schema schema, Map<?, ?> map) {
    Map<String, Object> entries = new LinkedHashMap<>();
    map.forEach((name, value) -> entries.put(String.valueOf(name), of(schema, value)));
    return entries;
  }

  private static String text(ByteBuffer bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
    } catch (CharacterCodingException notText) {
      return StandardCharsets.UTF_8.decode(Base64.getEncoder().encode(bytes)).toString();
    }
  }

  private static String time(Schema schema, java.util.Date time) {
    String logical = schema == null ? null : schema.name();
    if (Date.LOGICAL_NAME.equals(logical)) {
      return time.toInstant().atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
    if (Time.LOGICAL_NAME.equals(logical)) {
      return time.toInstant().atOffset(ZoneOffset.UTC).toLocalTime().toString();
    }
    return time.toInstant().toString();
  }
}
