package io.bellwether.connect.offset;

import java.util.Map;

/** What a connector reads one position of: a channel, a query, a market. Never empty. */
public interface SourcePartition {
  /** The form Connect stores. */
  Map<String, String> toMap();
}
