package io.bellwether.connect.twitter.source.offset;

import io.bellwether.connect.offset.OffsetFields;
import io.bellwether.connect.offset.SourcePartition;
import java.util.HashMap;
import java.util.Map;

/**
 * One query, by the name that the configuration gives it: its text may change.
 *
 * @param query such as {@code azure}
 */
public record QueryPartition(String query) implements SourcePartition {
  private static final String QUERY = "query";

  /**
   * Reads the stored form.
   *
   * @throws org.apache.kafka.connect.errors.ConnectException naming a bad field
   */
  public static QueryPartition fromMap(Map<String, ?> fields) {
    return new QueryPartition(new OffsetFields("partition", fields).only(QUERY).required(QUERY));
  }

  @Override
  public Map<String, String> toMap() {
    return new HashMap<>(Map.of(QUERY, query));
  }
}
