package io.bellwether.analyzer.trips.statistics;

import io.bellwether.analyzer.trips.cleaning.Trip;

/**
 * What has been added up of some trips. Whole numbers only, so that no order of adding gives
 * another sum.
 *
 * @param trips how many
 * @param seconds of all of them
 * @param measured those of which the distance is known
 * @param distance of those, in millionths of the data's unit
 */
record Cell(long trips, long seconds, long measured, long distance) {
  static final Cell NONE = new Cell(0, 0, 0, 0);

  static Cell of(Trip trip) {
    return trip.distance() == null
        ? new Cell(1, trip.seconds(), 0, 0)
        : new Cell(1, trip.seconds(), 1, trip.distance());
  }

  Cell plus(Cell other) {
    return new Cell(
        trips + other.trips,
        Math.addExact(seconds, other.seconds),
        measured + other.measured,
        Math.addExact(distance, other.distance));
  }
}
