package io.bellwether.analyzer.trips.alerts;

import io.bellwether.analyzer.trips.cleaning.Trip;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A trip that takes many times as long as those of its payment plan do on average. */
final class LongTrips {
  static final String KIND = "duration";

  /** Of the plan, before one is judged. */
  private static final int LEAST_TRIPS = 100;

  private final NavigableMap<String, Usual> usual = new TreeMap<>();

  void trip(Trip trip, AlertSettings settings, Consumer<TripAlert> alerts) {
    Usual known = usual.getOrDefault(trip.plan(), Usual.NOTHING);
    if (known.count() >= LEAST_TRIPS && trip.seconds() > settings.durationFactor() * known.mean()) {
      alerts.accept(alert(trip, known));
    }
    usual.put(trip.plan(), known.and(trip.seconds()));
  }

  private static TripAlert alert(Trip trip, Usual known) {
    String text =
        String.format(
            Locale.ENGLISH,
            "Trip %s%s%s took %s; a trip of plan %s takes %s on average.",
            trip.id(),
            trip.bike() == null ? "" : " of bike " + trip.bike(),
            trip.from() == null ? "" : " from " + trip.from(),
            told(trip.seconds()),
            trip.plan(),
            told(Math.round(known.mean())));
    return new TripAlert(
        "trip-alert:" + KIND + ":" + trip.id(),
        KIND,
        trip.id(),
        Instant.ofEpochMilli(trip.end()),
        trip.seconds(),
        known.mean(),
        text);
  }

  private static String told(long seconds) {
    Duration duration = Duration.ofSeconds(seconds);
    return duration.toHours() > 0
        ? duration.toHours() + " h " + duration.toMinutesPart() + " min"
        : duration.toMinutes() + " min";
  }
}
