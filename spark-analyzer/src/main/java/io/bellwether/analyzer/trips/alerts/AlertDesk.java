package io.bellwether.analyzer.trips.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Puts trips in the order of event time, lets the hours pass, and collects what is unusual. The
 * same trips give the same alerts in however many batches they come, as long as none is later than
 * the settings allow. A trip that comes again is either still waiting, and then known, or late, and
 * then left aside. Its fields are its JSON, which is what a checkpoint holds.
 */
public final class AlertDesk {
  private static final long HOUR_MS = Duration.ofHours(1).toMillis();

  private final EventClock clock = new EventClock();

  /** By time and identity. */
  private final NavigableMap<String, Arrival> waiting = new TreeMap<>();

  private HourlyTrips hourly = new HourlyTrips();
  private StationFlow stations = new StationFlow();
  private LongTrips longTrips = new LongTrips();
  private MissingBikes bikes = new MissingBikes();

  /** The hour under way, by its number since 1970; before the first trip there is none. */
  private Long hour;

  private long last;
  private long late;

  /** Takes trips and tells what is unusual by now. */
  public List<TripAlert> accept(List<Arrival> trips, AlertSettings settings) {
    for (Arrival trip : trips) {
      clock.seen(trip.partition(), trip.at());
      if (trip.at() < clock.now()) {
        late++;
      } else {
        waiting.putIfAbsent(place(trip.at()) + trip.trip().id(), trip);
      }
    }
    List<TripAlert> alerts = new ArrayList<>();
    long now = clock.advance(settings.lateness());
    if (now != Long.MIN_VALUE) {
      NavigableMap<String, Arrival> due = waiting.headMap(place(now), false);
      due.values().forEach(trip -> judge(trip, settings, alerts));
      due.clear();
    }
    return alerts;
  }

  /** Sorts as the number does. */
  private static String place(long at) {
    return String.format("%016x|", at + Long.MIN_VALUE);
  }

  private void judge(Arrival trip, AlertSettings settings, List<TripAlert> alerts) {
    pass(trip.at(), settings, alerts);
    last = trip.at();
    hourly.trip();
    stations.trip(trip.trip());
    bikes.trip(trip.trip());
    longTrips.trip(trip.trip(), settings, alerts::add);
  }

  // Hours pass by trips alone, never by where a batch ends, which is another one in every run.
  private void pass(long now, AlertSettings settings, List<TripAlert> alerts) {
    if (hour == null || now - last > settings.gap().toMillis()) {
      if (hour != null) {
        hourly = new HourlyTrips();
        stations = new StationFlow();
        bikes = new MissingBikes();
        longTrips = new LongTrips();
      }
      hour = Math.floorDiv(now, HOUR_MS);
    }
    for (; (hour + 1) * HOUR_MS <= now; hour++) {
      Instant begin = Instant.ofEpochMilli(hour * HOUR_MS);
      hourly.hourEnds(begin, settings, alerts::add);
      stations.hourEnds(begin, settings, alerts::add);
      bikes.hourEnds(begin.plusMillis(HOUR_MS), settings, alerts::add);
    }
  }

  /** Trips that came too late to be judged, or again. */
  public long late() {
    return late;
  }
}
