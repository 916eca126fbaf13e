package io.bellwether.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.analyzer.trips.SomeTrips;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged job, killed while it counts. */
class TripsKillIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int ROWS = 3_000;
  private static final int SIGKILL = 128 + 9;

  @TempDir Path folder;
  private final TripTopics topics = new TripTopics();
  private SubmittedJob trips;

  @BeforeEach
  void prepare() {
    Map<String, String> config = topics.config();
    // Of a few made-up trips an hour, some hours shall be unusual.
    config.put("alerts.hour.least.trips", "3");
    config.put("alerts.deviation", "1");
    trips = SubmittedJob.local(folder, config);
  }

  @Test
  void statisticsAreExactAfterAKillInTheMiddle() throws Exception {
    SomeTrips july = SomeTrips.month("july.csv.gz", 0, ROWS);
    SomeTrips june = SomeTrips.month("june.csv.gz", 1, ROWS);
    topics.send(july.records(topics.input()));
    topics.send(june.records(topics.input()));

    Process job = trips.start("first", "trigger=micro-batch", "max.offsets.per.trigger=200");
    try {
      await().atMost(PATIENCE).until(() -> topics.counted() > 0);
    } finally {
      job.destroyForcibly();
    }
    assertThat(job.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(job.exitValue()).isEqualTo(SIGKILL);
    assertThat(topics.counted()).as("rows counted before the kill").isBetween(1L, 2L * ROWS - 1);

    Process again = trips.start("second", "trigger=available-now", "max.offsets.per.trigger=1500");
    assertThat(again.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(again.exitValue()).as(trips.err("second")).isZero();

    assertThat(topics.counted()).isEqualTo(2 * ROWS);
    assertThat(topics.newest())
        .isEqualTo(
            BatchTrips.statistics(trips.file(), july.write(folder) + "," + june.write(folder)));
    assertThat(topics.distinct(topics.alerts())).isNotEmpty();
    assertThat(topics.distinct(topics.deadLetters())).hasSize(8);
  }
}
