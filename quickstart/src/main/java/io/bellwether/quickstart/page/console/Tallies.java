package io.bellwether.quickstart.page.console;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/** What was counted, by the source it came from. Not for several threads. */
final class Tallies {
  private final Map<String, Tally> bySource = new LinkedHashMap<>();

  /** The counts of one source. */
  static final class Tally {
    long said;
    long scored;
    long unscored;
    long negative;
    long positive;
    long posted;
  }

  /** That of the source of an event, by its id or that of its message. */
  Tally of(String id) {
    return bySource.computeIfAbsent(EventId.source(id), any -> new Tally());
  }

  long sum(ToLongFunction<Tally> count) {
    return bySource.values().stream().mapToLong(count).sum();
  }
}
