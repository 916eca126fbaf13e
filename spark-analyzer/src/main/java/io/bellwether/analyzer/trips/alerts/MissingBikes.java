package io.bellwether.analyzer.trips.alerts;

import io.bellwether.analyzer.trips.cleaning.Trip;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A bike that no trip has moved for days. It is told once, until the bike is seen again. */
final class MissingBikes {
  static final String KIND = "bike";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MMMM d yyyy, HH:mm", Locale.ENGLISH);

  private final NavigableMap<String, Seen> bikes = new TreeMap<>();

  /** Where and when a bike was last put down; where is null away from a station. */
  record Seen(long at, String station) {}

  void trip(Trip trip) {
    if (trip.bike() != null) {
      bikes.merge(
          trip.bike(),
          new Seen(trip.end(), trip.to()),
          (before, now) -> now.at >= before.at ? now : before);
    }
  }

  /** It is now that late. */
  void hourEnds(Instant now, AlertSettings settings, Consumer<TripAlert> alerts) {
    long patience = Duration.ofDays(settings.bikeDays()).toMillis();
    Iterator<Map.Entry<String, Seen>> all = bikes.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<String, Seen> bike = all.next();
      if (bike.getValue().at + patience <= now.toEpochMilli()) {
        alerts.accept(alert(bike.getKey(), bike.getValue(), settings));
        all.remove();
      }
    }
  }

  private static TripAlert alert(String bike, Seen seen, AlertSettings settings) {
    Instant last = Instant.ofEpochMilli(seen.at);
    String text =
        String.format(
            Locale.ENGLISH,
            "Bike %s has not been seen for %d days: last on %s%s.",
            bike,
            settings.bikeDays(),
            TIME.format(last.atZone(settings.zone())),
            seen.station == null ? ", away from a station" : " at " + seen.station);
    return new TripAlert(
        "trip-alert:" + KIND + ":" + bike + ":" + last,
        KIND,
        bike,
        last.plus(Duration.ofDays(settings.bikeDays())),
        settings.bikeDays(),
        0,
        text);
  }
}
