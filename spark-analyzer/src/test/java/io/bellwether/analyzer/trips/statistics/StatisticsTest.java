package io.bellwether.analyzer.trips.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.analyzer.trips.cleaning.Cleaned;
import io.bellwether.analyzer.trips.cleaning.CleaningRule;
import io.bellwether.analyzer.trips.cleaning.Trip;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  private static final ZoneId PORTLAND = ZoneId.of("America/Los_Angeles");
  // Sunday evening in Portland, Monday in UTC.
  private static final String SUNDAY = "2016-07-25T06:30:00Z";
  private static final String MONDAY = "2016-07-25T07:30:00Z";
  private final Statistics statistics = new Statistics(2, "miles");

  private final List<Cleaned> rows =
      List.of(
          kept("1", SUNDAY, 100, 500_000L, "Casual", "A", "B"),
          kept("2", MONDAY, 101, 2_250_000L, "Casual", "B", "A"),
          kept("3", MONDAY, 102, 12_000_000L, "Subscriber", "C", null),
          kept("4", MONDAY, 200, null, "Casual", "C", "A"),
          new Cleaned.Dropped(CleaningRule.BAD_START, "'' is no date and time"),
          new Cleaned.Dropped(CleaningRule.DAMAGED_FILE, "after line 7: cut off"));

  @Test
  void sumsAndAveragesAreThoseOfTheTrips() {
    assertThat(of(rows).get("trips").toString())
        .isEqualTo(
            "{\"statistic\":\"trips\",\"sequence\":5,\"until\":\"2016-07-25T07:30:00Z\","
                + "\"rows\":5,\"trips\":4,\"duration_seconds\":503,"
                + "\"average_duration_seconds\":125.750000,\"distance\":14.750000,"
                + "\"average_distance\":4.916667,\"distance_unit\":\"miles\"}");
  }

  @Test
  void theBusiestStationsComeFirstAndOfEqualOnesTheFirstByName() {
    ObjectNode top = of(rows).get("top-start-stations");
    assertThat(top.findValuesAsText("name")).containsExactly("C", "A");
    assertThat(top.at("/items/0/share").asText()).isEqualTo("0.500000");
    assertThat(top.get("stations").intValue()).isEqualTo(3);
    ObjectNode ends = of(rows).get("top-end-stations");
    assertThat(ends.findValuesAsText("name")).containsExactly("A", "B");
    assertThat(ends.get("trips").intValue()).isEqualTo(3);
  }

  @Test
  void weeksAndHoursAreThoseOfTheZone() {
    ObjectNode weeks = of(rows).get("trips-per-week");
    assertThat(weeks.findValuesAsText("name")).containsExactly("2016-07-18", "2016-07-25");
    assertThat(of(rows).get("trips-per-weekday-hour").get("items").toString())
        .isEqualTo(
            "[{\"weekday\":\"Monday\",\"hour\":0,\"trips\":3},"
                + "{\"weekday\":\"Sunday\",\"hour\":23,\"trips\":1}]");
  }

  @Test
  void plansHaveTheirShares() {
    ObjectNode plans = of(rows).get("payment-plans");
    assertThat(plans.findValuesAsText("name")).containsExactly("Casual", "Subscriber");
    assertThat(plans.findValuesAsText("share")).containsExactly("0.750000", "0.250000");
  }

  @Test
  void distancesAreCountedByTheMileAndTheFarOnesTogether() {
    assertThat(of(rows).get("distances").get("items").toString())
        .isEqualTo("[{\"from\":0,\"trips\":1},{\"from\":2,\"trips\":1},{\"from\":10,\"trips\":1}]");
  }

  @Test
  void whatIsDroppedIsCountedByRuleAndADamagedFileIsNoRow() {
    ObjectNode cleaning = of(rows).get("cleaning");
    assertThat(cleaning.get("rows").intValue()).isEqualTo(5);
    assertThat(cleaning.get("trips").intValue()).isEqualTo(4);
    assertThat(cleaning.get("dropped").findValuesAsText("rule"))
        .containsExactly("damaged-file", "bad-start");
    assertThat(cleaning.get("noted").findValuesAsText("rule")).containsExactly("outside-end");
  }

  @Test
  void withoutTripsThereIsNoAverage() {
    assertThat(of(List.of()).get("trips").get("average_duration_seconds").isNull()).isTrue();
    assertThat(of(List.of()).get("trips").get("until").isNull()).isTrue();
  }

  @Test
  void noOrderOfTheRowsChangesALetter() {
    Random random = new Random(8);
    List<Cleaned> many = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      String start = Instant.parse(MONDAY).plusSeconds(random.nextInt(5_000_000)).toString();
      many.add(
          kept(
              "t" + i,
              start,
              random.nextInt(80_000),
              (long) random.nextInt(30_000_000),
              "p" + random.nextInt(3),
              "s" + random.nextInt(40),
              "e" + random.nextInt(40)));
    }
    Map<String, ObjectNode> inOrder = of(many);
    Collections.shuffle(many, random);
    assertThat(of(many).toString()).isEqualTo(inOrder.toString());
  }

  private Map<String, ObjectNode> of(List<Cleaned> rows) {
    Tally tally = new Tally();
    rows.forEach(row -> tally.add(row, PORTLAND));
    return statistics.of(tally);
  }

  private static Cleaned kept(
      String id, String start, long seconds, Long distance, String plan, String from, String to) {
    long begin = Instant.parse(start).toEpochMilli();
    Trip trip = new Trip(id, begin, begin + seconds * 1000, seconds, distance, plan, from, to, "b");
    return new Cleaned.Kept(trip, to == null ? Set.of(CleaningRule.OUTSIDE_END) : Set.of());
  }
}
