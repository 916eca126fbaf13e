package io.bellwether.quickstart.trips;

import io.bellwether.quickstart.trips.City.Station;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What is unusual on a day, in turn: a station that many leave at once, a trip that takes half a
 * day, an hour in which everybody rides, a station that many ride to, and a bike in the workshop.
 *
 * @param number of the day
 */
record Surprise(int number, LocalDate date, Random random) {
  private static final int CROWD = 18;
  private static final int RUSH = 70;
  private static final int FIRST_HOUR = 10;
  private static final int HOURS = 8;
  private static final Duration HALF_A_DAY = Duration.ofMinutes(843);
  private static final Duration WORKSHOP = Duration.ofDays(10);

  private enum Kind {
    DRAINS,
    LONG,
    RUSH,
    FILLS,
    WORKSHOP
  }

  /** The trips of it. */
  List<Ride> rides(MadeUpTrips trips) {
    int hour = FIRST_HOUR + random.nextInt(HOURS);
    return switch (Kind.values()[number % Kind.values().length]) {
      case DRAINS -> crowd(trips, hour, CROWD, anywhere(), null);
      case FILLS -> crowd(trips, hour, CROWD, null, anywhere());
      case RUSH -> crowd(trips, hour, RUSH, null, null);
      case LONG -> List.of(trips.ride(start(hour), anywhere(), anywhere(), HALF_A_DAY));
      case WORKSHOP -> {
        trips.withdraw(start(hour), WORKSHOP);
        yield List.of();
      }
    };
  }

  private Instant start(int hour) {
    return MadeUpTrips.at(date, hour, random);
  }

  private Station anywhere() {
    return City.any(random, false);
  }

  /** Null is anywhere. */
  private List<Ride> crowd(MadeUpTrips trips, int hour, int size, Station from, Station to) {
    return Stream.generate(
            () ->
                trips.ride(
                    start(hour), from == null ? anywhere() : from, to == null ? anywhere() : to))
        .limit(size)
        .toList();
  }
}
