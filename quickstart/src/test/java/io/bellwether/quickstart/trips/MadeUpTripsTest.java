package io.bellwether.quickstart.trips;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.quickstart.replay.EventTime;
import io.bellwether.quickstart.rows.CsvRows;
import io.bellwether.quickstart.rows.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MadeUpTripsTest {
  private static final EventTime TIME = EventTime.of("M/d/yyyy H:mm", MadeUpTrips.ZONE);

  @TempDir Path folder;

  private static List<List<String>> days(long seed, int count) {
    MadeUpTrips trips = new MadeUpTrips(seed);
    return IntStream.range(0, count).mapToObj(trips::day).flatMap(List::stream).toList();
  }

  private static String value(List<String> row, String column) {
    return row.get(Ride.HEADER.indexOf(column));
  }

  private static long start(List<String> row) {
    return TIME.millis(value(row, "StartDate") + " " + value(row, "StartTime"));
  }

  @Test
  void theSameSeedGivesTheSameTrips() {
    assertThat(days(1, 70)).isEqualTo(days(1, 70)).isNotEqualTo(days(2, 70));
  }

  @Test
  void aWholeYearIsMadeInTheOrderOfTime() {
    List<List<String>> year = days(7, MadeUpTrips.DAYS);
    assertThat(year).hasSizeBetween(80_000, 160_000);
    assertThat(year.stream().map(MadeUpTripsTest::start).toList())
        .isSortedAccordingTo(Comparator.naturalOrder());
    // A few stand in it twice.
    long distinct = year.stream().map(row -> value(row, "RouteID")).distinct().count();
    assertThat(year.size() - distinct).isBetween(200L, 700L);
    assertThat(year).anyMatch(row -> value(row, "Duration").startsWith("14:03"));
  }

  @Test
  void thereIsNothingUnusualInThePast() {
    assertThat(days(7, MadeUpTrips.PAST_DAYS))
        .noneMatch(row -> value(row, "Duration").startsWith("14:03"));
  }

  @Test
  void filesHoldThePastAndTheRestAndAreKept() throws Exception {
    List<Path> files = TripFiles.in(folder.resolve("trips"));
    List<String> ids = new ArrayList<>();
    for (Path file : files) {
      try (CsvRows rows = CsvRows.open(file)) {
        assertThat(rows.header().names()).isEqualTo(Ride.HEADER);
        for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
          assertThat(row.get()).isInstanceOf(Row.Values.class);
          ids.add(((Row.Values) row.get()).values().get(0));
        }
      }
    }
    assertThat(new HashSet<>(ids).size()).isGreaterThan(80_000);
    byte[] before = Files.readAllBytes(files.get(0));
    assertThat(TripFiles.in(folder.resolve("trips"))).isEqualTo(files);
    assertThat(Files.readAllBytes(files.get(0))).isEqualTo(before);
  }
}
