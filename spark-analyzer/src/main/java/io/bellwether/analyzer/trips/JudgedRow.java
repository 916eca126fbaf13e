package io.bellwether.analyzer.trips;

import io.bellwether.analyzer.trips.cleaning.Cleaned;
import io.bellwether.analyzer.trips.cleaning.CleaningRule;

/**
 * A row, where it stands, and what the rules make of it.
 *
 * @param at the record's time, in milliseconds since 1970; 0 in a file
 * @param text the row as it came, where it is dropped or a note is made of it; else null
 */
record JudgedRow(Place place, boolean ofFile, long at, Cleaned cleaned, String text) {
  /** What makes two rows the same: the trip, and of a row that is none its place. */
  String identity() {
    return cleaned instanceof Cleaned.Kept kept
        ? kept.trip().eventId()
        : "row:" + place.told(ofFile);
  }

  /** The same row, of a trip that came before. */
  JudgedRow again() {
    String id = ((Cleaned.Kept) cleaned).trip().id();
    Cleaned dropped = new Cleaned.Dropped(CleaningRule.DUPLICATE, "trip '" + id + "' came before");
    return new JudgedRow(place, ofFile, at, dropped, text);
  }
}
