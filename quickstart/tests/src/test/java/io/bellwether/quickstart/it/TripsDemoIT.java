package io.bellwether.quickstart.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo with trips of a file whose figures are known, its job killed on the way. */
class TripsDemoIT {
  private static final String HEADER =
      "RouteID,PaymentPlan,StartHub,StartDate,StartTime,EndHub,EndDate,EndTime,BikeID,"
          + "Distance_Miles_,Duration\n";

  private static final int DAYS = 20;
  private static final int FIRST_HOUR = 6;
  private static final int LAST_HOUR = 21;
  private static final int TRIPS_AN_HOUR = 20;

  /** The file takes about 25 seconds. */
  private static final String SPEED = "72000";

  @TempDir Path temporary;

  private final Map<String, Integer> starts = new TreeMap<>();
  private long trips;
  private long seconds;

  @Test
  void theFiguresAreThoseOfTheFileAlsoAfterAKillAndAnAlertStandsInSlack() throws Exception {
    Path file = temporary.resolve("trips.csv");
    int rows = write(file);
    try (RunningDemo demo =
        RunningDemo.start(
            temporary.resolve("state"),
            "--with",
            "trips",
            "--trips",
            file.toString(),
            "--trips-speed",
            SPEED)) {
      PageClient page = new PageClient(demo.page());
      patiently("some rows counted").until(() -> count(demo, "counted") > 0);
      assertThat(page.kill("trips")).isEqualTo(202);
      patiently("its return").until(() -> page.happened("trips").contains("ready"));

      patiently("all rows counted").until(() -> count(demo, "counted") >= rows);
      assertThat(count(demo, "rows")).isEqualTo(rows);
      assertThat(count(demo, "counted")).isEqualTo(rows);
      assertThat(count(demo, "trips")).isEqualTo(trips);
      patiently("all statistics of all rows")
          .untilAsserted(() -> assertThat(statistics(demo)).hasSize(8).allMatch(s -> at(s, rows)));
      assertFiguresAreThoseOfTheFile(told(demo).path("statistics"));

      patiently("the long trip in Slack")
          .untilAsserted(
              () ->
                  assertThat(demo.texts("trip-alerts"))
                      .anyMatch(text -> text.contains("from Station 0 took 14 h 3 min")));
      patiently("the page to count it").until(() -> count(demo, "posted") == count(demo, "alerts"));
    }
  }

  private static boolean at(JsonNode statistic, int rows) {
    return statistic.path("sequence").asInt() == rows;
  }

  private void assertFiguresAreThoseOfTheFile(JsonNode told) {
    assertThat(told.path("trips").path("duration_seconds").asLong()).isEqualTo(seconds);
    assertThat(told.path("trips").path("average_duration_seconds").asDouble())
        .isEqualTo(Math.round(1e6 * seconds / trips) / 1e6);
    Map<String, Integer> top = new TreeMap<>();
    told.path("top-start-stations")
        .path("items")
        .forEach(item -> top.put(item.path("name").asText(), item.path("trips").asInt()));
    assertThat(top).isEqualTo(starts);
    JsonNode hours = told.path("trips-per-weekday-hour").path("items");
    assertThat(hours).hasSize(7 * (LAST_HOUR - FIRST_HOUR + 1));
    long inHours = 0;
    for (JsonNode hour : hours) {
      inHours += hour.path("trips").asLong();
    }
    assertThat(inHours).isEqualTo(trips);
    // From Friday, July 1st to the 20th.
    assertThat(told.path("trips-per-week").path("items"))
        .extracting(week -> week.path("name").asText())
        .containsExactly("2016-06-27", "2016-07-04", "2016-07-11", "2016-07-18");
    List<String> dropped = new ArrayList<>();
    told.path("cleaning")
        .path("dropped")
        .forEach(rule -> dropped.add(rule.path("rule").asText() + " " + rule.path("rows").asInt()));
    assertThat(dropped).containsExactlyInAnyOrder("negative-duration 1", "duplicate 1");
  }

  /** Every hour of day like the others, and in the last one a trip of half a day; returns rows. */
  private int write(Path file) throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    int rows = 0;
    for (int day = 1; day <= DAYS; day++) {
      for (int hour = FIRST_HOUR; hour <= LAST_HOUR; hour++) {
        for (int n = 0; n < TRIPS_AN_HOUR; n++) {
          int took = 600 + 60 * (n % 7);
          boolean isLong = day == DAYS && hour == FIRST_HOUR && n == 0;
          text.append(
              row(rows++, day, hour, n, isLong ? "14:03:00" : "0:%d:00".formatted(took / 60)));
          counted(n % 6, isLong ? 14 * 3600 + 3 * 60 : took);
        }
      }
    }
    text.append(row(0, DAYS, LAST_HOUR, 30, "0:10:00"));
    text.append(row(rows + 1, DAYS, LAST_HOUR, 30, "-0:10:00"));
    Files.writeString(file, text);
    return rows + 2;
  }

  private void counted(int station, int took) {
    trips++;
    seconds += took;
    starts.merge("Station " + station, 1, Integer::sum);
  }

  private static String row(int id, int day, int hour, int n, String took) {
    return "%d,%s,Station %d,7/%d/2016,%d:%02d,Station %d,,,%d,1.5,%s%n"
        .formatted(
            id,
            n % 3 == 0 ? "Casual" : "Subscriber",
            n % 6,
            day,
            hour,
            n,
            (n + 1) % 6,
            100 + id % 50,
            took);
  }

  private static JsonNode told(RunningDemo demo) {
    return RunningDemo.json(demo.page().resolve("api/trips"));
  }

  private static List<JsonNode> statistics(RunningDemo demo) {
    List<JsonNode> all = new ArrayList<>();
    told(demo).path("statistics").forEach(all::add);
    return all;
  }

  private static int count(RunningDemo demo, String name) {
    return told(demo).path("counts").path(name).asInt();
  }

  private static ConditionFactory patiently(String what) {
    return await(what).atMost(Duration.ofMinutes(3));
  }
}
