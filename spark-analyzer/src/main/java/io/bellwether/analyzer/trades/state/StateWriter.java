package io.bellwether.analyzer.trades.state;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes state compactly; {@link StateReader} reads it in the same order. */
public final class StateWriter {
  private static final int LONG_BITS = 63;
  private static final int VARINT_BITS = 7;
  private static final int MORE = 0x80;
  private byte[] bytes;
  private int size;

  public StateWriter(int expected) {
    bytes = new byte[expected];
  }

  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  public int size() {
    return size;
  }

  public void flag(boolean value) {
    room(1);
    bytes[size++] = (byte) (value ? 1 : 0);
  }

  /** A whole number, small ones in few bytes, also below 0. */
  public void number(long value) {
    room(Long.BYTES + 2);
    long rest = (value << 1) ^ (value >> LONG_BITS);
    while ((rest & ~(MORE - 1L)) != 0) {
      bytes[size++] = (byte) ((rest & (MORE - 1)) | MORE);
      rest >>>= VARINT_BITS;
    }
    bytes[size++] = (byte) rest;
  }

  /** All eight bytes, for what is spread over all of them. */
  public void whole(long value) {
    room(Long.BYTES);
    for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      bytes[size++] = (byte) (value >>> shift);
    }
  }

  public void real(double value) {
    whole(Double.doubleToLongBits(value));
  }

  /** Exactly, with its scale; null is allowed. */
  public void decimal(BigDecimal value) {
    if (value == null) {
      number(StateReader.NO_DECIMAL);
      return;
    }
    BigInteger unscaled = value.unscaledValue();
    if (unscaled.bitLength() < LONG_BITS) {
      number(value.scale() * 2L);
      number(unscaled.longValue());
    } else {
      number(value.scale() * 2L + 1);
      raw(unscaled.toByteArray());
    }
  }

  public void text(String value) {
    raw(value.getBytes(StandardCharsets.UTF_8));
  }

  /** Its length and its bytes, so that a reader who does not know what it is can pass it over. */
  public void section(StateWriter section) {
    number(section.size);
    room(section.size);
    System.arraycopy(section.bytes, 0, bytes, size, section.size);
    size += section.size;
  }

  private void raw(byte[] value) {
    number(value.length);
    room(value.length);
    System.arraycopy(value, 0, bytes, size, value.length);
    size += value.length;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
  }
}
