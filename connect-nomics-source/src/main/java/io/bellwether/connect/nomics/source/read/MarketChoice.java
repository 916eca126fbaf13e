package io.bellwether.connect.nomics.source.read;

import io.bellwether.connect.nomics.source.mapping.Market;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which markets are read.
 *
 * @param listed by their keys
 * @param include of the others those whose whole key matches, where they are traded
 * @param exclude but not these; says nothing about listed ones
 */
public record MarketChoice(
    List<String> listed, Optional<Pattern> include, Optional<Pattern> exclude) {
  /** Whether nothing can be read. */
  public boolean isEmpty() {
    return listed.isEmpty() && include.isEmpty();
  }

  /** Those of all that are read, each once. */
  public List<Market> of(List<Market> all) {
    Set<String> names = new HashSet<>(listed);
    Set<String> taken = new HashSet<>();
    return all.stream()
        .filter(market -> names.contains(market.key()) || matches(market))
        .filter(market -> taken.add(market.key()))
        .toList();
  }

  private boolean matches(Market market) {
    return market.active()
        && include.filter(pattern -> pattern.matcher(market.key()).matches()).isPresent()
        && exclude.filter(pattern -> pattern.matcher(market.key()).matches()).isEmpty();
  }

  /** Listed ones that are not there. */
  public List<String> missing(List<Market> all) {
    List<String> missing = new ArrayList<>(listed);
    all.forEach(market -> missing.remove(market.key()));
    return missing;
  }
}
