package io.bellwether.analyzer.trips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.analyzer.trips.alerts.AlertSettings;
import io.bellwether.analyzer.trips.alerts.Arrival;
import io.bellwether.analyzer.trips.alerts.TripAlert;
import io.bellwether.analyzer.trips.cleaning.Cleaned;
import io.bellwether.analyzer.trips.cleaning.CleaningRule;
import io.bellwether.analyzer.trips.cleaning.Trip;
import io.bellwether.analyzer.trips.statistics.Statistics;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BooksTest {
  private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
  private static final AlertSettings SETTINGS =
      new AlertSettings(ZONE, Duration.ofHours(1), Duration.ofDays(1), 2, 2, 3, 3, 2);

  @Test
  void booksThatWereWrittenDownAndReadAgainGoOnAsIfTheyHadNotBeen() {
    Random random = new Random(5);
    Books kept = new Books();
    Books reread = new Books();
    List<TripAlert> alerts = new ArrayList<>();
    List<TripAlert> alertsReread = new ArrayList<>();
    long time = 1_469_000_000_000L;
    for (int batch = 0; batch < 60; batch++) {
      List<Arrival> trips = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        time += random.nextInt(1_200_000);
        trips.add(new Arrival(i % 2, time, trip(batch * 50 + i, time, random)));
      }
      reread = Books.of(reread.json());
      CleaningRule rule = batch % 3 == 0 ? CleaningRule.NO_ID : CleaningRule.BAD_START;
      for (Books books : List.of(kept, reread)) {
        trips.forEach(trip -> books.tally().add(new Cleaned.Kept(trip.trip(), Set.of()), ZONE));
        books.tally().add(new Cleaned.Dropped(rule, "x"), ZONE);
      }
      alerts.addAll(kept.desk().accept(trips, SETTINGS));
      alertsReread.addAll(reread.desk().accept(trips, SETTINGS));
    }
    Statistics statistics = new Statistics(10, "miles");
    assertThat(statistics.of(reread.tally()).toString())
        .isEqualTo(statistics.of(kept.tally()).toString());
    assertThat(alertsReread).isEqualTo(alerts);
    assertThat(alerts)
        .extracting(TripAlert::kind)
        .contains("station", "duration", "bike", "trips-per-hour");
  }

  @Test
  void aCheckpointThatIsNotOursSaysWhatToDo() {
    assertThatThrownBy(() -> Books.of("{\"tally\":7}"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("begin with a new checkpoint.location");
  }

  private static Trip trip(int id, long time, Random random) {
    long seconds = 60L + (random.nextInt(40) == 0 ? 30_000 : random.nextInt(3_000));
    return new Trip(
        "t" + id,
        time,
        time + seconds * 1000,
        seconds,
        random.nextInt(5) == 0 ? null : (long) random.nextInt(20_000_000),
        "plan " + random.nextInt(3),
        random.nextInt(4) == 0 ? null : "s" + random.nextInt(12),
        random.nextInt(4) == 0 ? null : "s" + random.nextInt(12),
        "b" + random.nextInt(300));
  }
}
