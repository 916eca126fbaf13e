package io.bellwether.analyzer.trips.cleaning;

import java.util.Locale;

/**
 * What can be wrong with a row, and what becomes of it. Every row that a rule takes hold of is
 * counted under the rule's name; {@code docs/trips.md} lists them.
 */
public enum CleaningRule {
  DAMAGED_FILE(true, "the file cannot be read any further, as a gzip file that is cut off"),
  COLUMNS(true, "the row has more or fewer columns than the header, or no column of that meaning"),
  UNREADABLE(true, "the record is no JSON object"),
  NO_ID(true, "without an identity the trip cannot be told from a repetition"),
  BAD_START(true, "the start is missing or is no date and time that exists"),
  BAD_END(true, "the end is no date and time that exists"),
  NO_DURATION(true, "the trip has no duration: it was never ended"),
  BAD_DURATION(true, "the duration is no number of seconds and nothing like 0:25:46"),
  NEGATIVE_DURATION(true, "the duration is negative, or the trip ends before it starts"),
  ABSURD_DURATION(true, "the duration is longer than any trip that is paid for"),
  MISSING_STATION(true, "neither a station nor a position is known where it starts or ends"),
  BAD_DISTANCE(true, "the distance is no number, negative, or farther than a day's ride"),
  DUPLICATE(true, "a trip of the same identity came before"),
  OUTSIDE_START(false, "it starts away from a station: kept, but in no station's count"),
  OUTSIDE_END(false, "it ends away from a station: kept, but in no station's count"),
  NO_DISTANCE(false, "the distance is missing: kept, but not in the distances"),
  NO_PLAN(false, "the payment plan is missing: kept, as plan 'unknown'"),
  NO_BIKE(false, "the bike is missing: kept, but no bike is watched by it");

  private final boolean drops;
  private final String reason;

  CleaningRule(boolean drops, String reason) {
    this.drops = drops;
    this.reason = reason;
  }

  /** Whether the row is left out of everything, or only noted. */
  public boolean drops() {
    return drops;
  }

  /** Why, for a person to read. */
  public String reason() {
    return reason;
  }

  /** As it is written in records and documents: {@code bad-start}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The rule of a label.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static CleaningRule of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
