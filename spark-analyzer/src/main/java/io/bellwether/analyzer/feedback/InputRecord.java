package io.bellwether.analyzer.feedback;

import java.sql.Timestamp;

/**
 * A record as it was read.
 *
 * @param key may be null
 * @param value may be null
 * @param timestamp UTC, in milliseconds
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
record InputRecord(
    byte[] key, byte[] value, String topic, int partition, long offset, Timestamp timestamp) {

  /** Who has no identity of its own is known by its place. */
  String place() {
    return topic + ":" + partition + ":" + offset;
  }

  int keyBytes() {
    return key == null ? 0 : key.length;
  }
}
