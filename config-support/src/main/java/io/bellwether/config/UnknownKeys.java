package io.bellwether.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds configuration keys that nobody reads, most often misspelt ones, and what was meant. */
public final class UnknownKeys {
  /** More than this share of a key's letters wrong is another word, not a slip. */
  private static final double SLIP = 0.35;

  private final Collection<String> known;
  private final Collection<String> prefixes;

  /**
   * @param known every key that somebody reads
   * @param prefixes beginnings under which any key is allowed, such as {@code transforms.}
   */
  public UnknownKeys(Collection<String> known, Collection<String> prefixes) {
    this.known = known;
    this.prefixes = prefixes;
  }

  /** The unknown keys among those given, each with a message that names it and the remedy. */
  public Map<String, String> among(Collection<String> given) {
    Map<String, String> messages = new TreeMap<>();
    for (String key : given) {
      if (!known.contains(key) && prefixes.stream().noneMatch(key::startsWith)) {
        messages.put(key, message(key));
      }
    }
    return messages;
  }

  private String message(String key) {
    return "Unknown key '"
        + key
        + "'. "
        + nearest(key)
            .map(near -> "Did you mean '" + near + "'?")
            .orElse("Remove it, or look it up in the configuration reference.");
  }

  private Optional<String> nearest(String key) {
    LevenshteinDistance distance = new LevenshteinDistance((int) (key.length() * SLIP));
    return known.stream()
        .filter(candidate -> distance.apply(key, candidate) >= 0)
        .min(
            Comparator.comparing((String candidate) -> distance.apply(key, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }
}
