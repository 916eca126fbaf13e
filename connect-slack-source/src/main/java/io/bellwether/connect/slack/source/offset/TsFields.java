package io.bellwether.connect.slack.source.offset;

import io.bellwether.connect.offset.OffsetFields;
import io.bellwether.connect.slack.SlackTs;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.kafka.connect.errors.ConnectException;

/** Timestamps in the fields of a stored position. */
final class TsFields {
  private final OffsetFields offset;
  private final Map<String, ?> fields;

  TsFields(OffsetFields offset, Map<String, ?> fields) {
    this.offset = offset;
    this.fields = fields;
  }

  /** One that must be there. */
  String required(String name) {
    return checked(name, offset.required(name));
  }

  /** Whether the field has content. */
  boolean has(String name) {
    return fields.get(name) != null && !"".equals(fields.get(name));
  }

  /** The content of a field of another form. */
  String text(String name) {
    return offset.required(name);
  }

  /** Those of a list, which may be missing. */
  List<String> list(String name) {
    return has(name)
        ? Arrays.stream(offset.required(name).split(",", -1)).map(ts -> checked(name, ts)).toList()
        : List.of();
  }

  static NavigableSet<String> sorted(Collection<String> timestamps) {
    NavigableSet<String> sorted = new TreeSet<>(SlackTs.ORDER);
    sorted.addAll(timestamps);
    return sorted;
  }

  private static String checked(String field, String value) {
    if (!SlackTs.isValid(value)) {
      throw new ConnectException(
          "The offset field '%s' takes Slack timestamps such as 1700000000.000100, not '%s'."
              .formatted(field, value));
    }
    return value;
  }
}
