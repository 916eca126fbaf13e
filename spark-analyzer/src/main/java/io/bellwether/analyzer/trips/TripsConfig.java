package io.bellwether.analyzer.trips;

import io.bellwether.analyzer.config.AnalyzerConfig;
import io.bellwether.analyzer.trips.alerts.AlertSettings;
import io.bellwether.analyzer.trips.cleaning.Cleaning;
import io.bellwether.analyzer.trips.cleaning.Field;
import io.bellwether.analyzer.trips.statistics.Statistics;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The trips job's part of a configuration.
 *
 * @param shared what all jobs have
 */
record TripsConfig(AnalyzerConfig shared) {
  Input input() {
    return Input.of(shared.text(TripsKeys.INPUT));
  }

  List<String> files() {
    return shared.list(TripsKeys.FILES);
  }

  Optional<String> report() {
    return Optional.ofNullable(shared.text(TripsKeys.REPORT));
  }

  Cleaning cleaning() {
    Map<Field, String> names = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      names.put(field, shared.text(TripsKeys.column(field)));
    }
    Cleaning.Limits limits =
        new Cleaning.Limits(
            Duration.ofMinutes(number(TripsKeys.LONGEST)).toSeconds(), number(TripsKeys.FARTHEST));
    return new Cleaning(names, shared.text(TripsKeys.TIME_FORMAT), zone(), limits);
  }

  Outputs outputs() {
    AlertSettings alerts =
        new AlertSettings(
            zone(),
            Duration.ofMinutes(number(TripsKeys.LATENESS)),
            Duration.ofHours(number(TripsKeys.GAP)),
            (double) shared.value(TripsKeys.DEVIATION),
            number(TripsKeys.LEAST_BIKES),
            number(TripsKeys.LEAST_TRIPS),
            number(TripsKeys.DURATION_FACTOR),
            number(TripsKeys.BIKE_DAYS));
    return new Outputs(
        shared.text(TripsKeys.STATISTICS_TOPIC),
        shared.text(TripsKeys.ALERTS_TOPIC),
        shared.text(TripsKeys.DEAD_LETTER_TOPIC),
        new Statistics(number(TripsKeys.TOP), shared.text(TripsKeys.UNIT)),
        alerts);
  }

  private ZoneId zone() {
    return ZoneId.of(shared.text(TripsKeys.TIME_ZONE));
  }

  private int number(String key) {
    return (int) shared.value(key);
  }
}
