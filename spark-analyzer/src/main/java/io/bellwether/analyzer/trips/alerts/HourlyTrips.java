package io.bellwether.analyzer.trips.alerts;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Trips in an hour that are far from what is usual at that hour of that weekday. */
final class HourlyTrips {
  static final String KIND = "trips-per-hour";

  /** Of the same hour of the week, before one is judged. */
  private static final int LEAST_WEEKS = 2;

  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("EEEE, MMMM d yyyy, HH:mm", Locale.ENGLISH);

  private final NavigableMap<Integer, Usual> usual = new TreeMap<>();
  private long trips;

  void trip() {
    trips++;
  }

  /** The hour that began then is over. */
  void hourEnds(Instant begin, AlertSettings settings, Consumer<TripAlert> alerts) {
    ZonedDateTime local = begin.atZone(settings.zone());
    int slot = (local.getDayOfWeek().getValue() - 1) * 24 + local.getHour();
    Usual known = usual.getOrDefault(slot, Usual.NOTHING);
    // Independent arrivals scatter by the root of their mean; they never scatter less.
    double scatter = Math.sqrt(Math.max(1, known.mean()));
    if (known.count() >= LEAST_WEEKS
        && known.isFar(trips, settings.deviation(), scatter, settings.leastTrips())) {
      alerts.accept(alert(begin, local, known));
    }
    usual.put(slot, known.and(trips));
    trips = 0;
  }

  private TripAlert alert(Instant begin, ZonedDateTime local, Usual known) {
    String text =
        String.format(
            Locale.ENGLISH,
            "%,d trips in the hour from %s; at that hour of a %s it is usually %.0f.",
            trips,
            HOUR.format(local),
            DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH).format(local),
            known.mean());
    return new TripAlert(
        "trip-alert:" + KIND + ":" + begin,
        KIND,
        begin.toString(),
        begin.plus(Duration.ofHours(1)),
        trips,
        known.mean(),
        text);
  }
}
