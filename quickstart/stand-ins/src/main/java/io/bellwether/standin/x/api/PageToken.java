package io.bellwether.standin.x.api;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Where a page begins. It never expires and gives the same page whenever it is used, so it holds
 * the moment of the first page.
 *
 * @param position the id below which the page begins; by relevancy how many posts stand before it
 * @param known the moment up to which search knew posts, on the first page
 */
record PageToken(long position, Instant known) {
  private static final int BYTES = 1 + 2 * Long.BYTES + Integer.BYTES;
  private static final int RADIX = 32;

  /** In base 32 with the digits 0 to v, as X writes it. */
  String written() {
    byte[] bytes = new byte[BYTES];
    ByteBuffer.wrap(bytes)
        .put((byte) 1)
        .putLong(position)
        .putLong(known.toEpochMilli())
        .putInt(checksum(position, known));
    return new BigInteger(1, bytes).toString(RADIX);
  }

  static Optional<PageToken> read(String text) {
    if (!text.matches("[0-9a-v]{1,64}")) {
      return Optional.empty();
    }
    byte[] raw = new BigInteger(text, RADIX).toByteArray();
    if (raw.length != BYTES) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(raw);
    bytes.get();
    PageToken token = new PageToken(bytes.getLong(), Instant.ofEpochMilli(bytes.getLong()));
    boolean whole = bytes.getInt() == checksum(token.position(), token.known());
    return whole ? Optional.of(token) : Optional.empty();
  }

  private static int checksum(long position, Instant known) {
    CRC32 crc = new CRC32();
    crc.update((position + " " + known.toEpochMilli()).getBytes(StandardCharsets.UTF_8));
    return (int) crc.getValue();
  }
}
