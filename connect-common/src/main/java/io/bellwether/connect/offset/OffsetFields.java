package io.bellwether.connect.offset;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.connect.errors.ConnectException;

/** Reads the fields of a stored partition or position, with errors that name the field. */
public final class OffsetFields {
  private final String what;
  private final Map<String, ?> fields;

  /**
   * @param what "partition" or "offset", for the errors
   */
  public OffsetFields(String what, Map<String, ?> fields) {
    this.what = what;
    this.fields = fields;
  }

  /**
   * Refuses fields other than these.
   *
   * @throws ConnectException naming the unknown ones
   */
  public OffsetFields only(String... known) {
    Set<String> unknown = new TreeSet<>(fields.keySet());
    unknown.removeAll(Set.of(known));
    if (!unknown.isEmpty()) {
      throw new ConnectException(
          "Unknown %s field %s. Use only %s.".formatted(what, unknown, String.join(", ", known)));
    }
    return this;
  }

  /**
   * A field that must be there and not blank.
   *
   * @throws ConnectException naming the field
   */
  public String required(String name) {
    Object value = fields.get(name);
    if (!(value instanceof String text) || text.isBlank()) {
      throw new ConnectException(
          "The %s field '%s' must be a text, not %s.".formatted(what, name, value));
    }
    return text;
  }

  /**
   * A field that may be absent.
   *
   * @throws ConnectException naming the field, when it is blank or no text
   */
  public Optional<String> optional(String name) {
    return fields.get(name) == null ? Optional.empty() : Optional.of(required(name));
  }

  /**
   * A whole number that may be absent; what Connect stores is any type of number.
   *
   * @throws ConnectException naming the field
   */
  public OptionalLong number(String name) {
    Object value = fields.get(name);
    if (value == null) {
      return OptionalLong.empty();
    }
    if (value instanceof Integer || value instanceof Long) {
      return OptionalLong.of(((Number) value).longValue());
    }
    throw new ConnectException(
        "The %s field '%s' must be a whole number, not %s.".formatted(what, name, value));
  }
}
