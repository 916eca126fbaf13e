package io.bellwether.connect.nomics.source.read;

import io.bellwether.connect.nomics.source.mapping.Market;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What somebody may have meant by a market that there is not. */
final class NearMarkets {
  private static final int SUGGESTED = 3;

  private NearMarkets() {}

  /** The most similar ones, for a person. */
  static String to(String wanted, List<Market> all) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    return all.stream()
        .map(Market::key)
        .sorted(
            Comparator.comparingInt(
                (String key) ->
                    distance.apply(key.toLowerCase(Locale.ROOT), wanted.toLowerCase(Locale.ROOT))))
        .limit(SUGGESTED)
        .collect(Collectors.joining(", "));
  }
}
