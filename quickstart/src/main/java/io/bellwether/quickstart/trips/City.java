package io.bellwether.quickstart.trips;

import java.util.List;
import java.util.Random;

/** Where people ride: stations that do not exist, some of them busier than others. */
final class City {
  private static final double MILES_PER_DEGREE = 60;

  /** Streets are no straight lines. */
  private static final double DETOUR = 1.3;

  private static final List<Station> STATIONS =
      List.of(
          new Station("Harbour Square", 45.512, -122.668, 10, 4),
          new Station("Central Station", 45.526, -122.674, 6, 9),
          new Station("Old Market", 45.520, -122.671, 8, 6),
          new Station("University Library", 45.508, -122.682, 4, 7),
          new Station("Riverside Park", 45.503, -122.665, 9, 2),
          new Station("Town Hall", 45.517, -122.679, 5, 8),
          new Station("Mill Bridge", 45.530, -122.668, 5, 3),
          new Station("Concert Hall", 45.516, -122.663, 4, 3),
          new Station("Hospital", 45.499, -122.684, 3, 5),
          new Station("Stadium", 45.533, -122.660, 3, 2),
          new Station("Botanical Garden", 45.496, -122.673, 5, 1),
          new Station("Tram Depot", 45.523, -122.690, 2, 4),
          new Station("North Ferry", 45.538, -122.672, 3, 2),
          new Station("Brewery Yard", 45.528, -122.681, 4, 3),
          new Station("Museum Quarter", 45.513, -122.674, 4, 3),
          new Station("Swimming Baths", 45.505, -122.655, 3, 1),
          new Station("Observatory Hill", 45.492, -122.694, 1, 1),
          new Station("East Terminal", 45.521, -122.645, 2, 2));

  private City() {}

  /**
   * A station.
   *
   * @param leisure how much people ride from and to it on free days and in evenings
   * @param work the same for the ways to and from work
   */
  record Station(String name, double latitude, double longitude, int leisure, int work) {
    private int weight(boolean working) {
      return working ? work : leisure;
    }

    /** By the streets, in miles. */
    double miles(Station other) {
      double north = (latitude - other.latitude) * MILES_PER_DEGREE;
      double east =
          (longitude - other.longitude) * MILES_PER_DEGREE * Math.cos(Math.toRadians(latitude));
      return DETOUR * Math.hypot(north, east);
    }
  }

  /** One by chance, busy ones more often. */
  static Station any(Random random, boolean working) {
    int all = STATIONS.stream().mapToInt(station -> station.weight(working)).sum();
    int left = random.nextInt(all);
    for (Station station : STATIONS) {
      left -= station.weight(working);
      if (left < 0) {
        return station;
      }
    }
    throw new IllegalStateException("The weights add up to " + all);
  }
}
