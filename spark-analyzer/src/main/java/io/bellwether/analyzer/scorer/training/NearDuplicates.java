package io.bellwether.analyzer.scorer.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Finds texts of which about four fifths of the pieces are the same, by MinHash (Broder 1997): a
 * text is known by the least of its pieces' hashes in several orders, and is compared with those
 * that share some of them.
 */
final class NearDuplicates {
  private static final int PIECE = 5;
  private static final int BANDS = 8;
  private static final int ROWS = 3;
  private static final double ALIKE = 0.8;

  private final long[] orders = new Random(1).longs((long) BANDS * ROWS).toArray();
  private final Map<Long, List<long[]>> buckets = new HashMap<>();

  /** Whether nothing like it was seen before; remembers it then. */
  boolean isNew(String text) {
    long[] signature = signature(text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip());
    long[] bands = new long[BANDS];
    for (int band = 0; band < BANDS; band++) {
      bands[band] =
          band
              + 31L
                  * Arrays.hashCode(Arrays.copyOfRange(signature, band * ROWS, (band + 1) * ROWS));
      for (long[] other : buckets.getOrDefault(bands[band], List.of())) {
        if (agreement(signature, other) >= ALIKE) {
          return false;
        }
      }
    }
    for (long band : bands) {
      buckets.computeIfAbsent(band, key -> new ArrayList<>(1)).add(signature);
    }
    return true;
  }

  private long[] signature(String text) {
    long[] least = new long[orders.length];
    Arrays.fill(least, Long.MAX_VALUE);
    for (int from = 0; from == 0 || from + PIECE <= text.length(); from++) {
      long piece = text.substring(from, Math.min(text.length(), from + PIECE)).hashCode();
      for (int i = 0; i < orders.length; i++) {
        long mixed = (piece + 0x9E3779B97F4A7C15L) * (orders[i] | 1);
        least[i] = Math.min(least[i], mixed ^ (mixed >>> 29));
      }
    }
    return least;
  }

  private static double agreement(long[] one, long[] other) {
    int same = 0;
    for (int i = 0; i < one.length; i++) {
      same += one[i] == other[i] ? 1 : 0;
    }
    return (double) same / one.length;
  }
}
