package io.bellwether.connect.offset;

import java.util.Map;

/** What a connector reads one position of: a channel, a query, a market. Never empty. */
public interface SourcePartition {
  /**
   * The form Connect stores; a {@link java.util.HashMap}. Connect finds a position by the bytes of
   * its partition, fields in the order of the map, and makes a {@code HashMap} of what users send
   * to alter it. {@code Map.of} has another order in every JVM: positions would be lost at a
   * restart.
   */
  Map<String, String> toMap();
}
