package io.bellwether.analyzer.trips.statistics;

import io.bellwether.analyzer.trips.cleaning.Cleaned;
import io.bellwether.analyzer.trips.cleaning.CleaningRule;
import io.bellwether.analyzer.trips.cleaning.Trip;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * All that has been added up so far. The same rows give the same tally in whatever order and in
 * however many pieces they come. Its fields are its JSON, which is what a checkpoint holds; the
 * maps are sorted by their types, for a map that is read back is of its field's type.
 */
public final class Tally {
  /** The last bucket of distances is for this many units and more. */
  private static final int FAR = 10;

  private long rows;
  private long latest = Long.MIN_VALUE;
  private final NavigableMap<CleaningRule, Long> rules = new TreeMap<>();
  private Cell all = Cell.NONE;
  private final NavigableMap<String, Cell> from = new TreeMap<>();
  private final NavigableMap<String, Cell> to = new TreeMap<>();
  private final NavigableMap<String, Cell> plans = new TreeMap<>();
  private final NavigableMap<String, Cell> weeks = new TreeMap<>();
  private final NavigableMap<Integer, Cell> weekHours = new TreeMap<>();
  private final NavigableMap<Integer, Cell> miles = new TreeMap<>();

  /**
   * Adds a row.
   *
   * @param zone in which its day and hour are told
   */
  public void add(Cleaned row, ZoneId zone) {
    if (row instanceof Cleaned.Kept kept) {
      rows++;
      kept.notes().forEach(this::count);
      add(kept.trip(), zone);
    } else {
      CleaningRule rule = ((Cleaned.Dropped) row).rule();
      // What is wrong with a file is wrong with none of its rows.
      rows += rule == CleaningRule.DAMAGED_FILE ? 0 : 1;
      count(rule);
    }
  }

  private void count(CleaningRule rule) {
    rules.merge(rule, 1L, Long::sum);
  }

  private void add(Trip trip, ZoneId zone) {
    Cell one = Cell.of(trip);
    ZonedDateTime start = Instant.ofEpochMilli(trip.start()).atZone(zone);
    latest = Math.max(latest, trip.start());
    all = all.plus(one);
    if (trip.from() != null) {
      from.merge(trip.from(), one, Cell::plus);
    }
    if (trip.to() != null) {
      to.merge(trip.to(), one, Cell::plus);
    }
    plans.merge(trip.plan(), one, Cell::plus);
    String monday =
        start.toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toString();
    weeks.merge(monday, one, Cell::plus);
    weekHours.merge(weekHour(start), one, Cell::plus);
    if (trip.distance() != null) {
      int bucket = (int) Math.min(FAR, trip.distance() / Trip.MILLIONTHS);
      miles.merge(bucket, one, Cell::plus);
    }
  }

  /** 0 is the hour that begins on Monday at 0:00, 167 the last one on Sunday. */
  private static int weekHour(ZonedDateTime time) {
    return (time.getDayOfWeek().getValue() - 1) * 24 + time.getHour();
  }

  /** Rows so far, dropped ones among them. It only grows, and with it every statistic's age. */
  long rows() {
    return rows;
  }

  /** The latest start of a trip. */
  Instant latest() {
    return Instant.ofEpochMilli(latest);
  }

  long of(CleaningRule rule) {
    return rules.getOrDefault(rule, 0L);
  }

  Cell all() {
    return all;
  }

  Map<String, Cell> from() {
    return from;
  }

  Map<String, Cell> to() {
    return to;
  }

  Map<String, Cell> plans() {
    return plans;
  }

  /** By the date of its Monday. */
  Map<String, Cell> weeks() {
    return weeks;
  }

  Map<Integer, Cell> weekHours() {
    return weekHours;
  }

  /** By how many whole units they went, the last bucket for ten and more. */
  Map<Integer, Cell> distances() {
    return miles;
  }
}
