package io.bellwether.analyzer.trips.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleaningTest {
  private static final ZoneId PORTLAND = ZoneId.of("America/Los_Angeles");
  private final Cleaning cleaning =
      new Cleaning(Map.of(), "M/d/yyyy H:mm", PORTLAND, new Cleaning.Limits(86_400, 100));

  @Test
  void aRowOfTheFirstYearIsATrip() {
    assertThat(cleaning.clean(row2016()::get))
        .isEqualTo(
            new Cleaned.Kept(
                new Trip(
                    "1282118",
                    Instant.parse("2016-07-19T17:30:00Z").toEpochMilli(),
                    Instant.parse("2016-07-19T19:37:00Z").toEpochMilli(),
                    2 * 3600 + 6 * 60 + 19,
                    13_460_000L,
                    "Subscriber",
                    "NW Kearney at 23rd",
                    "SW 5th at Oak",
                    "7271"),
                java.util.Set.of()));
  }

  @Test
  void aHeaderThatHasDriftedMeansTheSame() {
    Map<String, String> row = row2016();
    Map<String, String> later = new LinkedHashMap<>();
    row.forEach(
        (name, value) ->
            later.put(
                name.replace("Distance_Miles", "Distance_Miles_")
                    .replace("StartL", "Start_L")
                    .replace("EndL", "End_L"),
                value));
    assertThat(later).containsKeys("Distance_Miles_", "Start_Latitude", "End_Longitude");
    assertThat(cleaning.clean(later::get)).isEqualTo(cleaning.clean(row::get));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "RouteID, , NO_ID",
        "StartDate, 2/30/2016, BAD_START",
        "StartDate, , BAD_START",
        "StartTime, 25:00, BAD_START",
        "EndDate, yesterday, BAD_END",
        "Duration, , NO_DURATION",
        "Duration, 5 min, BAD_DURATION",
        "Duration, 0:61:00, BAD_DURATION",
        "Duration, -0:05:00, NEGATIVE_DURATION",
        "Duration, -300, NEGATIVE_DURATION",
        "EndDate, 7/18/2016, NEGATIVE_DURATION",
        "Duration, 24:00:01, ABSURD_DURATION",
        "Duration, 999999:00:00, ABSURD_DURATION",
        "Distance_Miles, far, BAD_DISTANCE",
        "Distance_Miles, -1, BAD_DISTANCE",
        "Distance_Miles, 100.01, BAD_DISTANCE",
        "Distance_Miles, 1e999999999, BAD_DISTANCE"
      })
  void whatIsNoTripIsDroppedByItsRule(String column, String value, CleaningRule rule) {
    Map<String, String> row = row2016();
    row.put(column, value == null ? "" : value);
    assertThat(cleaning.clean(row::get))
        .isInstanceOfSatisfying(
            Cleaned.Dropped.class,
            dropped -> {
              assertThat(dropped.rule()).isEqualTo(rule);
              assertThat(dropped.reason()).contains(value == null ? "" : value);
            });
    assertThat(rule.drops()).isTrue();
  }

  @Test
  void aTripAwayFromStationsIsKeptAndOneFromNowhereIsNot() {
    Map<String, String> row = row2016();
    row.put("StartHub", "");
    assertThat(cleaning.clean(row::get))
        .isInstanceOfSatisfying(
            Cleaned.Kept.class,
            kept -> {
              assertThat(kept.notes()).containsExactly(CleaningRule.OUTSIDE_START);
              assertThat(kept.trip().from()).isNull();
              assertThat(kept.trip().to()).isEqualTo("SW 5th at Oak");
            });

    row.put("StartLatitude", "");
    row.put("StartLongitude", "");
    assertThat(cleaning.clean(row::get))
        .isInstanceOfSatisfying(
            Cleaned.Dropped.class,
            dropped -> assertThat(dropped.rule()).isEqualTo(CleaningRule.MISSING_STATION));
  }

  @Test
  void whatIsMissingWithoutHarmIsNoted() {
    Map<String, String> row = row2016();
    row.keySet().removeAll(java.util.List.of("PaymentPlan", "BikeID", "Distance_Miles"));
    assertThat(cleaning.clean(row::get))
        .isInstanceOfSatisfying(
            Cleaned.Kept.class,
            kept -> {
              assertThat(kept.notes())
                  .containsExactlyInAnyOrder(
                      CleaningRule.NO_PLAN, CleaningRule.NO_BIKE, CleaningRule.NO_DISTANCE);
              assertThat(kept.trip().plan()).isEqualTo("unknown");
              assertThat(kept.trip().distance()).isNull();
            });
  }

  @Test
  void aFileOfOtherColumnsIsToldByTheNameThatIsMissing() {
    assertThat(cleaning.clean(Map.of("trip_id", "1")::get))
        .isEqualTo(new Cleaned.Dropped(CleaningRule.COLUMNS, "there is no column RouteID"));
  }

  @Test
  void theHourThatIsLeftOutInSpringDoesNotExist() {
    Map<String, String> row = row2016();
    row.put("StartDate", "3/11/2018");
    row.put("StartTime", "2:30");
    assertThat(cleaning.clean(row::get))
        .isInstanceOfSatisfying(
            Cleaned.Dropped.class,
            dropped -> assertThat(dropped.rule()).isEqualTo(CleaningRule.BAD_START));
  }

  @Test
  void aTripThroughTheHourThatComesTwiceEndsAfterItBegan() {
    Map<String, String> row = row2016();
    row.put("StartDate", "11/4/2018");
    row.put("StartTime", "1:50");
    row.put("EndDate", "11/4/2018");
    row.put("EndTime", "1:10");
    row.put("Duration", "0:20:00");
    assertThat(cleaning.clean(row::get)).isInstanceOf(Cleaned.Kept.class);
  }

  static Map<String, String> row2016() {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("RouteID", "1282118");
    row.put("PaymentPlan", "Subscriber");
    row.put("StartHub", "NW Kearney at 23rd");
    row.put("StartLatitude", "45.52914205");
    row.put("StartLongitude", "-122.6987028");
    row.put("StartDate", "7/19/2016");
    row.put("StartTime", "10:30");
    row.put("EndHub", "SW 5th at Oak ");
    row.put("EndLatitude", "45.5211726");
    row.put("EndLongitude", "-122.6763654");
    row.put("EndDate", "7/19/2016");
    row.put("EndTime", "12:37");
    row.put("BikeID", "7271");
    row.put("Distance_Miles", "13.46");
    row.put("Duration", "2:06:19");
    return row;
  }
}
