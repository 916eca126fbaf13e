package io.bellwether.connect.offset;

import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * Checks what somebody wants to store through {@code PATCH /connectors/{name}/offsets} (KIP-875)
 * before the connector would stumble over it.
 */
public final class OffsetAlteration {
  private OffsetAlteration() {}

  /**
   * A {@code null} offset removes a partition and is always accepted, also for a partition that
   * nobody would write, so that garbage can be cleaned up.
   *
   * @param partition reads a partition, throws {@link ConnectException} naming a bad field
   * @param position reads a position, likewise
   * @throws ConnectException naming the first bad partition or offset
   */
  public static void check(
      Map<Map<String, ?>, Map<String, ?>> offsets,
      Consumer<Map<String, ?>> partition,
      Consumer<Map<String, ?>> position) {
    offsets.forEach(
        (key, value) -> {
          if (value == null) {
            return;
          }
          if (key == null) {
            throw new ConnectException("A partition is missing: an offset must belong to one.");
          }
          try {
            partition.accept(key);
            position.accept(value);
          } catch (ConnectException e) {
            throw new ConnectException(e.getMessage() + " (at partition " + key + ")", e);
          }
        });
  }
}
