package io.bellwether.analyzer.trips;

import io.bellwether.analyzer.config.KeyGroup;
import io.bellwether.config.Rules;
import org.apache.kafka.common.config.ConfigDef.Type;

/** The keys of the trips job that are about alerts. */
final class AlertKeys {
  private AlertKeys() {}

  /** Adds the keys; {@code topic} is the usual one. */
  static void define(KeyGroup keys, String topic) {
    keys.medium(
            TripsKeys.ALERTS_TOPIC,
            "Topic for alerts",
            Type.STRING,
            topic,
            Rules.topic(),
            "The topic for alerts. It must exist.")
        .medium(
            TripsKeys.BIKE_DAYS,
            "A bike is missing after (days)",
            Type.INT,
            7,
            Rules.between(1, 365, "days"),
            "A bike that no trip has moved for so long is told once.")
        .low(
            TripsKeys.DURATION_FACTOR,
            "A trip is unusual by factor",
            Type.INT,
            25,
            Rules.between(2, 10_000, "times"),
            "A trip that takes so many times the average of its payment plan is told.")
        .low(
            TripsKeys.DEVIATION,
            "An hour is unusual by deviations",
            Type.DOUBLE,
            4.0,
            Rules.rule(
                "a number from 0.5 to 100",
                value -> (double) value >= 0.5 && (double) value <= 100),
            "How many standard deviations from the usual an hour has to be, a station's gain of"
                + " bikes as well as the trips of all.")
        .low(
            TripsKeys.LEAST_BIKES,
            "A station's hour is unusual by (bikes)",
            Type.INT,
            8,
            Rules.between(1, 10_000, "bikes"),
            "A smaller difference from a station's usual gain or loss in an hour is not told.")
        .low(
            TripsKeys.LEAST_TRIPS,
            "An hour is unusual by (trips)",
            Type.INT,
            20,
            Rules.between(1, 1_000_000, "trips"),
            "A smaller difference from the usual trips of an hour is not told.")
        .low(
            TripsKeys.LATENESS,
            "Out of order (minutes)",
            Type.INT,
            60,
            Rules.between(0, 7 * 24 * 60, "minutes"),
            "How far apart in time records may be that come in the wrong order. Alerts wait for it;"
                + " what comes later still counts in the statistics and is not watched.")
        .low(
            TripsKeys.GAP,
            "A gap in the data (hours)",
            Type.INT,
            24,
            Rules.between(1, 24 * 365, "hours"),
            "When no bike moves for so long, data are missing: nothing in it is told, and what is"
                + " usual is learnt anew.");
  }
}
