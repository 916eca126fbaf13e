package io.bellwether.analyzer.trades.state;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link StateWriter} wrote, in the same order. */
public final class StateReader {
  /** In place of a scale. */
  static final long NO_DECIMAL = -1_000_001;

  private static final int VARINT_BITS = 7;
  private static final int BYTE = 0xff;
  private static final int MORE = 0x80;
  private final byte[] bytes;
  private int position;

  public StateReader(byte[] bytes) {
    this.bytes = bytes;
  }

  public boolean flag() {
    return bytes[position++] != 0;
  }

  public long number() {
    long value = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes[position++];
      value |= (long) (next & (MORE - 1)) << shift;
      shift += VARINT_BITS;
    } while ((next & MORE) != 0);
    return (value >>> 1) ^ -(value & 1);
  }

  public int count() {
    return (int) number();
  }

  public long whole() {
    long value = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      value = (value << Byte.SIZE) | (bytes[position++] & BYTE);
    }
    return value;
  }

  public double real() {
    return Double.longBitsToDouble(whole());
  }

  /** May be null. */
  public BigDecimal decimal() {
    long head = number();
    if (head == NO_DECIMAL) {
      return null;
    }
    int scale = (int) Math.floorDiv(head, 2);
    return Math.floorMod(head, 2) == 0
        ? BigDecimal.valueOf(number(), scale)
        : new BigDecimal(new BigInteger(raw()), scale);
  }

  public String text() {
    return new String(raw(), StandardCharsets.UTF_8);
  }

  /** A part with a reader of its own; this one goes on after it. */
  public StateReader section() {
    return new StateReader(raw());
  }

  private byte[] raw() {
    int length = count();
    byte[] part = Arrays.copyOfRange(bytes, position, position + length);
    position += length;
    return part;
  }
}
