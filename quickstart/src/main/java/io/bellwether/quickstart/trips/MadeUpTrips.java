package io.bellwether.quickstart.trips;

import io.bellwether.quickstart.trips.City.Station;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * A year of trips, made up day by day: few at night, to work and back on weekdays, most on sunny
 * afternoons of weekends, more in summer. Some of the rows are as bad as those of real data. What
 * is unusual begins after the past that a demo sends at once. The same seed gives the same rows.
 */
final class MadeUpTrips {
  /** Of the times in the rows, as the trips job is shipped. */
  static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

  static final int DAYS = 364;

  /** So long that the job knows what is usual: two weeks for hours, four days for stations. */
  static final int PAST_DAYS = 56;

  /** A Monday. */
  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 3, 4);

  private static final int FIRST_ID = 100_001;
  private static final int MINUTES = 60;
  private static final double TRIPS_A_DAY = 330;
  private static final double THOUSANDTHS = 1_000;
  private static final double SEASON = 0.3;
  private static final double YEAR = 365.25;
  private static final double MIDSUMMER = 195;

  /** How the trips of a day are spread over its hours, in thousandths. */
  private static final int[] WEEKDAY = {
    4, 2, 1, 1, 3, 8, 26, 62, 92, 48, 34, 42, 58, 50, 42, 54, 82, 118, 90, 62, 44, 34, 25, 18
  };

  private static final int[] WEEKEND = {
    12, 8, 5, 3, 2, 3, 8, 16, 30, 48, 66, 80, 90, 96, 98, 92, 82, 70, 56, 44, 34, 26, 18, 13
  };

  private final Random random;
  private final Fleet fleet;
  private int made;

  MadeUpTrips(long seed) {
    this.random = new Random(seed);
    this.fleet = new Fleet(random);
  }

  /** The rows of one day, in the order of their starts; days are to be asked for one by one. */
  List<List<String>> day(int number) {
    LocalDate date = FIRST_DAY.plusDays(number);
    List<Ride> rides = new ArrayList<>();
    if (number >= PAST_DAYS) {
      rides.addAll(new Surprise(number, date, random).rides(this));
    }
    for (int hour = 0; hour < 24; hour++) {
      boolean working = !isFree(date) && (hour < 10 || (hour >= 15 && hour < 19));
      for (int left = poisson(expected(date, hour)); left > 0; left--) {
        Station from = City.any(random, working);
        rides.add(ride(at(date, hour, random), from, City.any(random, working)));
      }
    }
    rides.sort(Comparator.comparing(Ride::start));
    return rides.stream().flatMap(ride -> Flaws.rows(ride, random).stream()).toList();
  }

  private static boolean isFree(LocalDate date) {
    return date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
  }

  private static double expected(LocalDate date, int hour) {
    double season = 1 + SEASON * Math.cos(2 * Math.PI * (date.getDayOfYear() - MIDSUMMER) / YEAR);
    int[] profile = isFree(date) ? WEEKEND : WEEKDAY;
    return TRIPS_A_DAY * season * profile[hour] / THOUSANDTHS;
  }

  private int poisson(double mean) {
    double limit = Math.exp(-mean);
    int count = 0;
    for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }

  /** Some minute of an hour. */
  static Instant at(LocalDate date, int hour, Random random) {
    return ZonedDateTime.of(date.atTime(hour, random.nextInt(MINUTES)), ZONE).toInstant();
  }

  /** A trip that takes as long as its way and its rider want. */
  Ride ride(Instant start, Station from, Station to) {
    return ride(start, from, to, null);
  }

  /** A trip that takes so long; null for as long as usual. */
  Ride ride(Instant start, Station from, Station to, Duration fixed) {
    boolean casual = random.nextInt(10) < 4;
    double straight = from.equals(to) ? 1.5 : from.miles(to);
    double miles = straight * (1 + 0.4 * random.nextDouble());
    double minutes = 2 + miles * (casual ? 11 : 7) * (0.8 + 0.5 * random.nextDouble());
    Duration took = fixed == null ? Duration.ofSeconds(Math.round(minutes * MINUTES)) : fixed;
    int bike = fleet.take(start, start.plus(took));
    String plan = casual ? "Casual" : "Subscriber";
    return new Ride(FIRST_ID + made++, plan, from, to, start, took, bike, miles);
  }

  /** Somebody keeps a bike from everybody else. */
  void withdraw(Instant from, Duration howLong) {
    int unused = fleet.take(from, from.plus(howLong));
  }
}
