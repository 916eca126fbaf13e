package io.bellwether.analyzer.trips.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.analyzer.trips.cleaning.Trip;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlertDeskTest {
  /** Of a weekend hour 4 days, of an hour of the week 2, have to be known before one is judged. */
  private static final AlertSettings SETTINGS =
      new AlertSettings(ZoneId.of("UTC"), Duration.ofHours(1), Duration.ofDays(3), 4, 8, 20, 10, 5);

  // A Monday.
  private static final Instant BEGIN = Instant.parse("2016-07-04T00:00:00Z");
  private int next;

  @Test
  void anHourFarFromThatOfOtherWeeksIsTold() {
    List<Arrival> trips = everyHour(15, 10);
    // The third Monday at noon has 31 trips where 10 are usual: 21 more than 20, and 6.6 roots.
    Instant noon = BEGIN.plus(Duration.ofDays(14)).plus(Duration.ofHours(12));
    for (int i = 0; i < 21; i++) {
      trips.add(trip(noon.plusSeconds(i), 600, "b0", null, null));
    }
    assertThat(alerts(trips, HourlyTrips.KIND))
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.eventId())
                  .isEqualTo("trip-alert:trips-per-hour:2016-07-18T12:00:00Z");
              assertThat(alert.value()).isEqualTo(31);
              assertThat(alert.expected()).isEqualTo(10.0);
              assertThat(alert.at()).isEqualTo(noon.plus(Duration.ofHours(1)));
              assertThat(alert.text())
                  .isEqualTo(
                      "31 trips in the hour from Monday, July 18 2016, 12:00; at that hour of a"
                          + " Monday it is usually 10.");
            });
  }

  @Test
  void anHourWithoutTripsIsToldToo() {
    List<Arrival> trips = everyHour(16, 30);
    Instant noon = BEGIN.plus(Duration.ofDays(15)).plus(Duration.ofHours(12));
    trips.removeIf(
        trip -> trip.at() >= noon.toEpochMilli() && trip.at() < noon.toEpochMilli() + 3_600_000);
    assertThat(alerts(trips, HourlyTrips.KIND)).extracting(TripAlert::value).containsExactly(0L);
  }

  @Test
  void aStationThatManyMoreBikesLeaveThanUsualIsDraining() {
    List<Arrival> trips = everyHour(6, 1);
    Instant eight = BEGIN.plus(Duration.ofDays(4)).plus(Duration.ofHours(8));
    // On four weekdays two bikes left at that hour; on the fifth, a Friday, eleven did.
    for (int day = 0; day < 5; day++) {
      for (int i = 0; i < (day == 4 ? 11 : 2); i++) {
        Instant at = BEGIN.plus(Duration.ofDays(day)).plus(Duration.ofHours(8)).plusSeconds(i);
        trips.add(trip(at, 600, "b1", "Station", null));
      }
    }
    assertThat(alerts(trips, StationFlow.KIND))
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.eventId())
                  .isEqualTo("trip-alert:station:Station:2016-07-08T08:00:00Z");
              assertThat(alert.at()).isEqualTo(eight.plus(Duration.ofHours(1)));
              assertThat(alert.value()).isEqualTo(-11);
              assertThat(alert.expected()).isEqualTo(-2.0);
              assertThat(alert.text())
                  .isEqualTo(
                      "Station is draining: from 08:00 to 09:00 on Friday, July 8 2016 11 more"
                          + " bikes left than came; usually 2 more bikes left than came at that"
                          + " hour.");
            });
  }

  @Test
  void aStationThatManyBikesReachIsFillingInTheHourTheyArrive() {
    List<Arrival> trips = everyHour(6, 1);
    for (int day = 0; day < 5; day++) {
      // They start at 7:50 and arrive at 8:10.
      for (int i = 0; i < (day == 4 ? 12 : 0); i++) {
        Instant at = BEGIN.plus(Duration.ofDays(day)).plus(Duration.ofMinutes(470)).plusSeconds(i);
        trips.add(trip(at, 1200, "b1", null, "Station"));
      }
    }
    trips.add(trip(BEGIN.plusSeconds(60), 60, "b1", null, "Station"));
    assertThat(alerts(trips, StationFlow.KIND))
        .extracting(TripAlert::eventId)
        .containsExactly("trip-alert:station:Station:2016-07-08T08:00:00Z");
  }

  @Test
  void aTripThatTakesManyTimesTheAverageOfItsPlanIsTold() {
    List<Arrival> trips = everyHour(5, 1);
    Instant at = BEGIN.plus(Duration.ofDays(4)).plus(Duration.ofMinutes(750));
    // The others take 10 minutes.
    trips.add(trip(at, 6_000, "b2", "A", "B"));
    trips.add(trip(at.plusSeconds(1), 6_600, "b2", "A", "B"));
    // 109 trips came before, of 600 s each; the first long one makes it 649.1 s on average.
    assertThat(alerts(trips, LongTrips.KIND))
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.value()).isEqualTo(6_600);
              assertThat(alert.text())
                  .matches(
                      "Trip \\d+ of bike b2 from A took 1 h 50 min; a trip of plan Casual takes"
                          + " 10 min on average.");
            });
  }

  @Test
  void aBikeThatNobodyMovesIsToldOnceAndAgainWhenItWasSeenBetween() {
    List<Arrival> trips = everyHour(16, 1);
    trips.add(trip(BEGIN, 600, "lost", "A", "B"));
    Instant again = BEGIN.plus(Duration.ofDays(7));
    trips.add(trip(again, 600, "lost", "B", null));
    assertThat(alerts(trips, MissingBikes.KIND))
        .extracting(TripAlert::eventId)
        .containsExactly(
            "trip-alert:bike:lost:2016-07-04T00:10:00Z",
            "trip-alert:bike:lost:2016-07-11T00:10:00Z");
    assertThat(alerts(trips, MissingBikes.KIND).get(0).text())
        .isEqualTo("Bike lost has not been seen for 5 days: last on July 4 2016, 00:10 at B.");
  }

  @Test
  void aGapInTheDataIsNoAlert() {
    List<Arrival> trips = everyHour(16, 30);
    int before = next;
    for (Arrival trip : everyHour(2, 30)) {
      Instant at = Instant.ofEpochMilli(trip.at()).plus(Duration.ofDays(1000));
      trips.add(trip(at, 600, "b" + before, null, null));
    }
    assertThat(alerts(trips, HourlyTrips.KIND)).isEmpty();
    assertThat(alerts(trips, MissingBikes.KIND)).isEmpty();
  }

  @Test
  void theSameTripsGiveTheSameAlertsInWhateverBatchesAndOrderTheyCome() throws Exception {
    List<Arrival> trips = everyHour(16, 12);
    Random random = new Random(3);
    for (int i = 0; i < 300; i++) {
      Instant at = BEGIN.plusSeconds(random.nextInt(15 * 86_400));
      trips.add(trip(at, 300 + random.nextInt(9_000), "x" + random.nextInt(60), "A", "B"));
    }
    trips.sort(java.util.Comparator.comparingLong(Arrival::at));
    List<TripAlert> atOnce = new AlertDesk().accept(trips, SETTINGS);
    assertThat(atOnce).hasSizeGreaterThan(20);

    AlertDesk desk = new AlertDesk();
    List<TripAlert> inPieces = new ArrayList<>();
    for (int from = 0; from < trips.size(); ) {
      int to = Math.min(trips.size(), from + 1 + random.nextInt(400));
      List<Arrival> piece = new ArrayList<>(trips.subList(from, to));
      // What was sent twice comes twice, some of it long after.
      piece.addAll(trips.subList(Math.max(0, from - random.nextInt(900)), from));
      java.util.Collections.shuffle(piece, random);
      inPieces.addAll(desk.accept(piece, SETTINGS));
      from = to;
    }
    assertThat(inPieces).isEqualTo(atOnce);
    assertThat(desk.late()).isPositive();
  }

  private List<TripAlert> alerts(List<Arrival> trips, String kind) {
    return new AlertDesk()
        .accept(trips, SETTINGS).stream().filter(alert -> alert.kind().equals(kind)).toList();
  }

  /** So many trips of ten minutes in each hour of these days, and one day more to let them pass. */
  private List<Arrival> everyHour(int days, int trips) {
    List<Arrival> all = new ArrayList<>();
    for (int hour = 0; hour < days * 24; hour++) {
      for (int i = 0; i < trips; i++) {
        Instant at = BEGIN.plus(Duration.ofHours(hour)).plusSeconds(i);
        all.add(trip(at, 600, "b" + i % 10, null, null));
      }
    }
    return all;
  }

  private Arrival trip(Instant at, long seconds, String bike, String from, String to) {
    long start = at.toEpochMilli();
    Trip trip =
        new Trip("" + next++, start, start + seconds * 1000, seconds, 1L, "Casual", from, to, bike);
    return new Arrival(0, start, trip);
  }
}
