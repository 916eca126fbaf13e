package io.bellwether.connect.offset;

import java.util.Map;
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
}
