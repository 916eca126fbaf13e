package io.bellwether.quickstart.page.trips;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a page may be told about trips. */
public final class SampleTrips {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LocalDate MONDAY = LocalDate.of(2016, 7, 4);
  private static final String LONG_NAME = "SW Naito Parkway at the Ankeny Plaza Fountain ";

  private SampleTrips() {}

  /** Two months that lie three years apart, and four alerts. */
  public static TripsMeasures.Now all() {
    return new TripsMeasures.Now(
        System.currentTimeMillis(),
        new TripsMeasures.Counts(65_302, 65_300, 61_234, 14, 10, 1),
        statistics(65_300, 61_234),
        List.of(
            alert("1", "station", "SW Salmon is draining: 9 more bikes left than came."),
            alert("2", "trips-per-hour", "212 trips in the hour from Monday, July 4 2016, 14:00."),
            alert("3", "duration", "Trip 1282087 of bike 6083 took 14 h 3 min."),
            alert("4", "bike", "Bike 6083 has not been seen for 7 days.")));
  }

  /** One more trip, and an alert. */
  public static TripsMeasures.Now later() {
    return new TripsMeasures.Now(
        System.currentTimeMillis(),
        new TripsMeasures.Counts(65_303, 65_303, 61_236, 15, 12, 1),
        statistics(65_303, 61_236),
        List.of(alert("5", "bike", "Bike 7000 has not been seen for 7 days.")));
  }

  private static TripsMeasures.Alert alert(String id, String kind, String text) {
    return new TripsMeasures.Alert(id, "2016-07-19T17:00:00Z", kind, text);
  }

  private static Map<String, JsonNode> statistics(long rows, long trips) {
    Map<String, JsonNode> all = new LinkedHashMap<>();
    all.put(
        "trips",
        head("trips", rows)
            .put("until", "2019-07-01T06:59:00Z")
            .put("trips", trips)
            .put("average_duration_seconds", 2018.6)
            .put("average_distance", 1.974123)
            .put("distance_unit", "miles"));
    all.put("top-start-stations", named("top-start-stations", rows, LONG_NAME, 10));
    all.put("top-end-stations", named("top-end-stations", rows, "NW Station ", 10));
    all.put("payment-plans", plans(rows));
    all.put("trips-per-week", weeks(rows));
    all.put("trips-per-weekday-hour", hours(rows));
    all.put("distances", distances(rows));
    return all;
  }

  private static ObjectNode head(String name, long rows) {
    return JSON.createObjectNode().put("statistic", name).put("sequence", rows);
  }

  private static ObjectNode named(String statistic, long rows, String name, int count) {
    ObjectNode record = head(statistic, rows);
    ArrayNode items = record.putArray("items");
    for (int n = 0; n < count; n++) {
      items.addObject().put("name", name + n).put("trips", 2000 - 100 * n).put("share", 0.04);
    }
    return record;
  }

  private static ObjectNode plans(long rows) {
    ObjectNode record = head("payment-plans", rows);
    ArrayNode items = record.putArray("items");
    items.addObject().put("name", "Casual").put("trips", 20_000).put("share", 0.326612);
    items.addObject().put("name", "Subscriber").put("trips", 41_234).put("share", 0.673388);
    return record;
  }

  private static ObjectNode weeks(long rows) {
    ObjectNode record = head("trips-per-week", rows);
    ArrayNode items = record.putArray("items");
    for (int week : new int[] {0, 1, 2, 3, 152, 153, 154}) {
      items.addObject().put("name", MONDAY.plusWeeks(week).toString()).put("trips", 8000 + week);
    }
    return record;
  }

  private static ObjectNode hours(long rows) {
    ObjectNode record = head("trips-per-weekday-hour", rows);
    ArrayNode items = record.putArray("items");
    for (DayOfWeek day : DayOfWeek.values()) {
      for (int hour = 1; hour < 24; hour++) {
        items
            .addObject()
            .put("weekday", day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
            .put("hour", hour)
            .put("trips", day == DayOfWeek.FRIDAY && hour == 17 ? 999 : 20 * hour);
      }
    }
    return record;
  }

  private static ObjectNode distances(long rows) {
    ObjectNode record = head("distances", rows).put("unit", "miles");
    ArrayNode items = record.putArray("items");
    for (int from = 0; from <= 10; from++) {
      items.addObject().put("from", from).put("trips", 20_000 / (from + 1));
    }
    return record;
  }
}
