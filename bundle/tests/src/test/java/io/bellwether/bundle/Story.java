package io.bellwether.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * What a connector is there for, seen from outside: things happen on one side and arrive on the
 * other.
 */
interface Story extends AutoCloseable {
  /** Keys that a stranger who has no account sets: where the service is, and how patient to be. */
  Map<String, String> settings();

  /** Keys that are changed while it runs. */
  Map<String, String> change();

  /** Something happens that the connector is to carry over. */
  void happen();

  /** The ids of all that has happened. */
  List<String> happened();

  /** The ids of what has arrived as the sample has it, in any order. */
  List<String> arrived();

  /** The ids of what has arrived as changed. */
  List<String> arrivedChanged();

  /**
   * A position before some of what has happened, for a partition; empty where nothing happened in
   * it.
   */
  Map<String, Object> earlier(JsonNode partition, JsonNode offset);

  /** Whether what is read again arrives again, or is known to have arrived. */
  boolean repeats();

  @Override
  void close();
}
