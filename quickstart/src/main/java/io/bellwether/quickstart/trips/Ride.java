package io.bellwether.quickstart.trips;

import io.bellwether.quickstart.trips.City.Station;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A trip that was made up. */
record Ride(
    int id,
    String plan,
    Station from,
    Station to,
    Instant start,
    Duration took,
    int bike,
    double miles) {
  /** The columns that the trips job reads, as BIKETOWN names them. */
  static final List<String> HEADER =
      List.of(
          "RouteID",
          "PaymentPlan",
          "StartHub",
          "StartLatitude",
          "StartLongitude",
          "StartDate",
          "StartTime",
          "EndHub",
          "EndLatitude",
          "EndLongitude",
          "EndDate",
          "EndTime",
          "BikeID",
          "Distance_Miles",
          "Duration");

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("M/d/yyyy");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

  /** Its values in the order of {@link #HEADER}. */
  List<String> row() {
    ZonedDateTime began = start.atZone(MadeUpTrips.ZONE);
    ZonedDateTime ended = start.plus(took).atZone(MadeUpTrips.ZONE);
    return List.of(
        Integer.toString(id),
        plan,
        from.name(),
        Double.toString(from.latitude()),
        Double.toString(from.longitude()),
        DATE.format(began),
        TIME.format(began),
        to.name(),
        Double.toString(to.latitude()),
        Double.toString(to.longitude()),
        DATE.format(ended),
        TIME.format(ended),
        Integer.toString(bike),
        String.format(Locale.ROOT, "%.2f", miles),
        String.format(
            Locale.ROOT,
            "%d:%02d:%02d",
            took.toHours(),
            took.toMinutesPart(),
            took.toSecondsPart()));
  }
}
