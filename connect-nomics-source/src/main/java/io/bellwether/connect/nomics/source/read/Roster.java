package io.bellwether.connect.nomics.source.read;

import io.bellwether.connect.nomics.source.mapping.Market;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The markets that are read, look by look. One that is not chosen any more, because it is no longer
 * traded or listed, stays for a while, so that its last trades are still read.
 */
final class Roster {
  private final Duration lingering;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private record Entry(Market market, Instant lastChosen) {}

  /**
   * @param lingering how long a market stays that is not chosen any more
   */
  Roster(Duration lingering) {
    this.lingering = lingering;
  }

  /** The markets to read after a look; those that only linger are not traded any more. */
  List<Market> look(List<Market> chosen, Instant now) {
    entries.replaceAll((key, entry) -> new Entry(entry.market.gone(), entry.lastChosen));
    chosen.forEach(market -> entries.put(market.key(), new Entry(market, now)));
    entries.values().removeIf(entry -> entry.lastChosen.isBefore(now.minus(lingering)));
    return entries.values().stream().map(Entry::market).toList();
  }
}
