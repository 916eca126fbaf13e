package io.bellwether.analyzer.trips.cleaning;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Makes a trip of a row, or says which rule it breaks; of several, one. */
public final class Cleaning implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int LONGEST_QUOTE = 100;

  private final Columns columns;
  private final TripTimes times;
  private final Limits limits;

  /**
   * How a trip looks.
   *
   * @param longestSeconds a longer one is dropped
   * @param farthest in units of distance; a farther one is dropped
   */
  public record Limits(long longestSeconds, long farthest) implements Serializable {}

  /**
   * @param names of columns, for fields that are not called as usual
   * @param timeFormat a pattern of Java's DateTimeFormatter
   * @param zone of the times in the rows
   */
  public Cleaning(Map<Field, String> names, String timeFormat, ZoneId zone, Limits limits) {
    this.columns = new Columns(names);
    this.times = new TripTimes(timeFormat, zone);
    this.limits = limits;
  }

  /** Whether a pattern gives both date and time, and can be read by. */
  public static boolean isTimeFormat(String pattern) {
    return TripTimes.isFormat(pattern);
  }

  /** Judges a row; the function gives a column's value, null where there is no such column. */
  public Cleaned clean(Function<String, String> row) {
    try {
      Set<CleaningRule> notes = EnumSet.noneOf(CleaningRule.class);
      return new Cleaned.Kept(trip(row, notes), notes);
    } catch (Unfit e) {
      return new Cleaned.Dropped(e.rule, e.getMessage());
    }
  }

  private Trip trip(Function<String, String> row, Set<CleaningRule> notes) throws Unfit {
    var missing = columns.missing(row);
    if (missing.isPresent()) {
      throw new Unfit(
          CleaningRule.COLUMNS, "there is no column " + columns.described(missing.get()));
    }
    String id = columns.value(Field.ID, row);
    if (id.isEmpty()) {
      throw new Unfit(CleaningRule.NO_ID, "no " + columns.described(Field.ID));
    }
    ZonedDateTime start = moment(Field.START, CleaningRule.BAD_START, row);
    String ending = columns.value(Field.END, row);
    ZonedDateTime end = ending.isEmpty() ? null : moment(Field.END, CleaningRule.BAD_END, row);
    long seconds = seconds(row);
    if (end != null && isBefore(end, start)) {
      throw new Unfit(
          CleaningRule.NEGATIVE_DURATION,
          "starts " + quoted(Field.START, row) + " and ends " + quoted(Field.END, row));
    }
    return new Trip(
        id,
        start.toInstant().toEpochMilli(),
        (end == null ? start.plusSeconds(seconds) : end).toInstant().toEpochMilli(),
        seconds,
        distance(row, notes),
        noted(Field.PLAN, CleaningRule.NO_PLAN, "unknown", row, notes),
        station(Field.FROM, Field.FROM_POSITION, CleaningRule.OUTSIDE_START, row, notes),
        station(Field.TO, Field.TO_POSITION, CleaningRule.OUTSIDE_END, row, notes),
        noted(Field.BIKE, CleaningRule.NO_BIKE, null, row, notes));
  }

  private ZonedDateTime moment(Field field, CleaningRule rule, Function<String, String> row)
      throws Unfit {
    return times
        .moment(columns.value(field, row))
        .orElseThrow(() -> new Unfit(rule, quoted(field, row) + " is no date and time"));
  }

  /** In autumn an hour comes twice; a trip may end in the second one. */
  private static boolean isBefore(ZonedDateTime end, ZonedDateTime start) {
    return end.withLaterOffsetAtOverlap().isBefore(start);
  }

  private long seconds(Function<String, String> row) throws Unfit {
    String text = columns.value(Field.DURATION, row);
    if (text.isEmpty()) {
      throw new Unfit(CleaningRule.NO_DURATION, "no " + columns.described(Field.DURATION));
    }
    long seconds =
        TripTimes.seconds(text)
            .orElseThrow(
                () ->
                    new Unfit(
                        CleaningRule.BAD_DURATION,
                        quoted(Field.DURATION, row) + " is no duration"));
    if (seconds < 0) {
      throw new Unfit(CleaningRule.NEGATIVE_DURATION, quoted(Field.DURATION, row) + " is negative");
    }
    if (seconds > limits.longestSeconds) {
      throw new Unfit(
          CleaningRule.ABSURD_DURATION,
          quoted(Field.DURATION, row) + " is more than " + limits.longestSeconds + " seconds");
    }
    return seconds;
  }

  private Long distance(Function<String, String> row, Set<CleaningRule> notes) throws Unfit {
    String text = columns.value(Field.DISTANCE, row);
    if (text.isEmpty()) {
      notes.add(CleaningRule.NO_DISTANCE);
      return null;
    }
    // Not 1e999999999, which would take forever to write down.
    if (text.matches("\\d{1,12}(\\.\\d{1,30})?|\\.\\d{1,30}")) {
      BigDecimal distance = new BigDecimal(text);
      if (distance.compareTo(BigDecimal.valueOf(limits.farthest)) <= 0) {
        return distance.movePointRight(6).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
      }
    }
    throw new Unfit(
        CleaningRule.BAD_DISTANCE,
        quoted(Field.DISTANCE, row) + " is no number from 0 to " + limits.farthest);
  }

  private String station(
      Field station,
      Field position,
      CleaningRule outside,
      Function<String, String> row,
      Set<CleaningRule> notes)
      throws Unfit {
    String name = columns.value(station, row);
    if (!name.isEmpty()) {
      return name;
    }
    if (columns.value(position, row).isEmpty()) {
      throw new Unfit(
          CleaningRule.MISSING_STATION,
          "neither " + columns.described(station) + " nor " + columns.described(position));
    }
    notes.add(outside);
    return null;
  }

  private String noted(
      Field field,
      CleaningRule rule,
      String otherwise,
      Function<String, String> row,
      Set<CleaningRule> notes) {
    String value = columns.value(field, row);
    if (!value.isEmpty()) {
      return value;
    }
    notes.add(rule);
    return otherwise;
  }

  private String quoted(Field field, Function<String, String> row) {
    String value = columns.value(field, row);
    return "'" + value.substring(0, Math.min(value.length(), LONGEST_QUOTE)) + "'";
  }

  /** Ends the reading of a row. */
  private static final class Unfit extends Exception {
    private static final long serialVersionUID = 1;
    private final CleaningRule rule;

    Unfit(CleaningRule rule, String reason) {
      super(reason, null, false, false);
      this.rule = rule;
    }
  }
}
