package io.bellwether.analyzer.trades.watch;

import io.bellwether.analyzer.trades.state.StateReader;
import io.bellwether.analyzer.trades.state.StateWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The last trades of a market, by 64 bits of their event ids. Two trades out of a million million
 * that are remembered together could be taken for one.
 *
 * @param ids a ring, once it is full
 * @param next where the next one goes
 */
@SuppressWarnings("ArrayRecordComponent") // never handed out, and copied before it is changed
record Recent(long[] ids, int next) {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final long MIX = 0x9e3779b97f4a7c15L;
  private static final int HALF = 32;
  private static final int FIRST = 4;

  static final Recent NONE = new Recent(new long[0], 0);

  boolean contains(long id) {
    for (long known : ids) {
      if (known == id) {
        return true;
      }
    }
    return false;
  }

  /** With one more, and without the oldest if there are too many. */
  Recent plus(long id, int most) {
    long[] changed;
    int place = next;
    if (place == ids.length && ids.length < most) {
      changed = Arrays.copyOf(ids, Math.min(most, Math.max(FIRST, ids.length * 2)));
    } else {
      changed = ids.clone();
      place = place >= ids.length ? 0 : place;
    }
    changed[place] = id;
    return new Recent(changed, place + 1);
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
