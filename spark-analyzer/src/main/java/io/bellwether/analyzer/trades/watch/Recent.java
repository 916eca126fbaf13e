package io.bellwether.analyzer.trades.watch;

import io.bellwether.analyzer.trades.state.StateReader;
import io.bellwether.analyzer.trades.state.StateWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The last trades of a market, by 64 bits of their event ids. Two trades out of a million million
 * that are remembered together could be taken for one.
 */
final class Recent {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final long MIX = 0x9e3779b97f4a7c15L;
  private static final int HALF = 32;
  private static final int FIRST = 4;

  /** A ring, once it is full. */
  private long[] ids;

  /** Where the next one goes. */
  private int next;

  Recent() {
    this(new long[0], 0);
  }

  private Recent(long[] ids, int next) {
    this.ids = ids;
    this.next = next;
  }

  boolean contains(long id) {
    for (long known : ids) {
      if (known == id) {
        return true;
      }
    }
    return false;
  }

  /** Remembers one more, and forgets the oldest if there are too many. */
  void add(long id, int most) {
    if (next == ids.length && ids.length < most) {
      ids = Arrays.copyOf(ids, Math.min(most, Math.max(FIRST, ids.length * 2)));
    } else if (next >= ids.length) {
      next = 0;
    }
    ids[next++] = id;
  }

  /** FNV-1a with its bits mixed once more: ids differ in their last digits only. */
  static long hash(String eventId) {
    long hash = OFFSET;
    for (byte one : eventId.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ one) * PRIME;
    }
    hash = (hash ^ (hash >>> HALF)) * MIX;
    return hash ^ (hash >>> HALF);
  }

  void write(StateWriter to) {
    to.number(ids.length);
    to.number(next);
    for (long id : ids) {
      to.whole(id);
    }
  }

  static Recent read(StateReader from) {
    int length = from.count();
    int next = from.count();
    long[] ids = new long[length];
    Arrays.setAll(ids, i -> from.whole());
    return new Recent(ids, next);
  }
}
