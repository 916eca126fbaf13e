package io.bellwether.analyzer.trips.alerts;

import io.bellwether.analyzer.trips.cleaning.Trip;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A station that many more bikes leave than reach, or the other way round, than at that hour of
 * other weekdays or other days of the weekend. An hour is judged an hour after its end, when most
 * of its trips have ended and are known.
 */
final class StationFlow {
  static final String KIND = "station";
  private static final long HOUR_MS = Duration.ofHours(1).toMillis();

  /** Of the same hour, before one is judged. */
  private static final int LEAST_DAYS = 4;

  /** Bikes that come and go by chance at a quiet station. */
  private static final double LEAST_SCATTER = 2;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, MMMM d yyyy", Locale.ENGLISH);

  /** Bikes gained in hours that are not over, by the hour's number since 1970. */
  private final NavigableMap<Long, Map<String, Integer>> open = new TreeMap<>();

  private final NavigableMap<String, Map<Integer, Usual>> usual = new TreeMap<>();
  private long judged = Long.MIN_VALUE;

  void trip(Trip trip) {
    move(trip.from(), trip.start(), -1);
    move(trip.to(), trip.end(), 1);
  }

  private void move(String station, long at, int bikes) {
    long hour = Math.floorDiv(at, HOUR_MS);
    if (station != null && hour > judged) {
      open.computeIfAbsent(hour, unused -> new TreeMap<>()).merge(station, bikes, Integer::sum);
    }
  }

  /** The hour that began then is over. */
  void hourEnds(Instant begin, AlertSettings settings, Consumer<TripAlert> alerts) {
    judged = Math.floorDiv(begin.toEpochMilli(), HOUR_MS) - 1;
    Map<String, Integer> gains = open.getOrDefault(judged, Map.of());
    open.keySet().removeIf(hour -> hour <= judged);
    gains.keySet().forEach(station -> usual.computeIfAbsent(station, unused -> new TreeMap<>()));
    ZonedDateTime local = Instant.ofEpochMilli(judged * HOUR_MS).atZone(settings.zone());
    int slot = local.getHour() + (local.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 ? 24 : 0);
    usual.forEach(
        (station, slots) -> {
          int gain = gains.getOrDefault(station, 0);
          Usual known = slots.getOrDefault(slot, Usual.NOTHING);
          if (known.count() >= LEAST_DAYS
              && known.isFar(gain, settings.deviation(), LEAST_SCATTER, settings.leastBikes())) {
            alerts.accept(alert(station, gain, known, local));
          }
          slots.put(slot, known.and(gain));
        });
  }

  private static TripAlert alert(String station, int gain, Usual known, ZonedDateTime local) {
    Instant begin = local.toInstant();
    boolean drains = gain < known.mean();
    String text =
        String.format(
            Locale.ENGLISH,
            "%s is %s: from %02d:00 to %02d:00 on %s %s; usually %s at that hour.",
            station,
            drains ? "draining" : "filling",
            local.getHour(),
            (local.getHour() + 1) % 24,
            DAY.format(local),
            told(gain),
            told(Math.round(known.mean())));
    return new TripAlert(
        "trip-alert:" + KIND + ":" + station + ":" + begin,
        KIND,
        station,
        begin.plus(Duration.ofHours(1)),
        gain,
        known.mean(),
        text);
  }

  private static String told(long gain) {
    if (gain == 0) {
      return "as many bikes came as left";
    }
    long bikes = Math.abs(gain);
    return bikes
        + " more bike"
        + (bikes == 1 ? "" : "s")
        + (gain < 0 ? " left than came" : " came than left");
  }
}
