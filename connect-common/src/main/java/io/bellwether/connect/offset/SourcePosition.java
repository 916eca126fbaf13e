package io.bellwether.connect.offset;

import java.util.Map;

/** How far a partition has been read. Immutable: reading on makes a new one. */
public interface SourcePosition {
  /** The form Connect stores; the values are strings, numbers or booleans. */
  Map<String, Object> toMap();
}
