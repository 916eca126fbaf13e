package io.bellwether.analyzer.trips.cleaning;

import java.util.Set;

/** What the rules make of a row. */
public sealed interface Cleaned {
  /** A trip, and what is noted of it without being held against it. */
  record Kept(Trip trip, Set<CleaningRule> notes) implements Cleaned {
    public Kept {
      notes = Set.copyOf(notes);
    }
  }

  /**
   * No trip.
   *
   * @param reason the rule's, with the value that is wrong
   */
  record Dropped(CleaningRule rule, String reason) implements Cleaned {}
}
