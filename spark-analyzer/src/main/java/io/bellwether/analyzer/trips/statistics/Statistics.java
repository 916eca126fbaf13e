package io.bellwether.analyzer.trips.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.analyzer.trips.cleaning.CleaningRule;
import io.bellwether.analyzer.trips.cleaning.Trip;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells a tally as the records of {@code trip-statistics}. Equal tallies give equal bytes: ratios
 * are taken once, of whole numbers, and rounded to six decimals.
 *
 * @param top how many stations are listed
 * @param unit of distances, for the reader
 */
public record Statistics(int top, String unit) implements Serializable {
  private static final int DECIMALS = 6;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** One complete record for each statistic, by its name, which is the record's key. */
  public Map<String, ObjectNode> of(Tally tally) {
    Map<String, ObjectNode> records = new LinkedHashMap<>();
    records.put("trips", whole(tally));
    records.put("top-start-stations", stations(tally, tally.from()));
    records.put("top-end-stations", stations(tally, tally.to()));
    records.put("payment-plans", items(tally, named(tally.plans()), tally.all().trips()));
    records.put("trips-per-week", items(tally, named(tally.weeks()), tally.all().trips()));
    records.put("trips-per-weekday-hour", weekHours(tally));
    records.put("distances", distances(tally));
    records.put("cleaning", cleaning(tally));
    records.forEach((name, record) -> head(record, name, tally));
    return records;
  }

  private static void head(ObjectNode record, String name, Tally tally) {
    ObjectNode body = record.deepCopy();
    record.removeAll();
    record.put("statistic", name).put("sequence", tally.rows());
    record.put("until", tally.all().trips() == 0 ? null : tally.latest().toString());
    record.setAll(body);
  }

  private ObjectNode whole(Tally tally) {
    ObjectNode record = JSON.objectNode().put("rows", tally.rows());
    return sums(record, tally.all());
  }

  private ObjectNode sums(ObjectNode record, Cell cell) {
    record.put("trips", cell.trips()).put("duration_seconds", cell.seconds());
    record.set("average_duration_seconds", ratio(cell.seconds(), cell.trips()));
    BigDecimal distance = BigDecimal.valueOf(cell.distance(), DECIMALS);
    record.set("distance", DecimalNode.valueOf(distance));
    record.set(
        "average_distance",
        ratio(cell.distance(), Math.multiplyExact(cell.measured(), Trip.MILLIONTHS)));
    return record.put("distance_unit", unit);
  }

  private ObjectNode stations(Tally tally, Map<String, Cell> stations) {
    Comparator<Map.Entry<String, Cell>> most =
        Comparator.comparingLong(station -> -station.getValue().trips());
    List<Map.Entry<String, Cell>> best =
        stations.entrySet().stream().sorted(most.thenComparing(Map.Entry::getKey)).toList();
    long trips = stations.values().stream().mapToLong(Cell::trips).sum();
    ObjectNode record = items(tally, best.subList(0, Math.min(top, best.size())), trips);
    return record.put("trips", trips).put("stations", stations.size());
  }

  private static List<Map.Entry<String, Cell>> named(Map<String, Cell> cells) {
    return new ArrayList<>(cells.entrySet());
  }

  private ObjectNode items(Tally tally, List<Map.Entry<String, Cell>> cells, long of) {
    ObjectNode record = JSON.objectNode().put("trips", tally.all().trips());
    ArrayNode items = record.putArray("items");
    cells.forEach(
        cell -> {
          ObjectNode item = items.addObject().put("name", cell.getKey());
          sums(item, cell.getValue()).remove("distance_unit");
          item.set("share", ratio(cell.getValue().trips(), of));
        });
    return record;
  }

  private static ObjectNode weekHours(Tally tally) {
    ObjectNode record = JSON.objectNode().put("trips", tally.all().trips());
    ArrayNode items = record.putArray("items");
    tally
        .weekHours()
        .forEach(
            (weekHour, cell) ->
                items
                    .addObject()
                    .put("weekday", weekday(weekHour))
                    .put("hour", weekHour % 24)
                    .put("trips", cell.trips()));
    return record;
  }

  private static String weekday(int weekHour) {
    return DayOfWeek.of(weekHour / 24 + 1).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private ObjectNode distances(Tally tally) {
    ObjectNode record = JSON.objectNode().put("trips", tally.all().measured());
    record.put("unit", unit);
    record.set("sum", DecimalNode.valueOf(BigDecimal.valueOf(tally.all().distance(), DECIMALS)));
    record.set("average", sums(JSON.objectNode(), tally.all()).get("average_distance"));
    ArrayNode items = record.putArray("items");
    tally
        .distances()
        .forEach((from, cell) -> items.addObject().put("from", from).put("trips", cell.trips()));
    return record;
  }

  private static ObjectNode cleaning(Tally tally) {
    ObjectNode record = JSON.objectNode().put("rows", tally.rows());
    record.put("trips", tally.all().trips());
    ArrayNode dropped = record.putArray("dropped");
    ArrayNode noted = record.putArray("noted");
    for (CleaningRule rule : CleaningRule.values()) {
      if (tally.of(rule) > 0) {
        (rule.drops() ? dropped : noted)
            .addObject()
            .put("rule", rule.label())
            .put("rows", tally.of(rule))
            .put("reason", rule.reason());
      }
    }
    return record;
  }

  /** Null where there is nothing to divide by. */
  private static JsonNode ratio(long sum, long count) {
    return count == 0
        ? JSON.nullNode()
        : DecimalNode.valueOf(
            BigDecimal.valueOf(sum)
                .divide(BigDecimal.valueOf(count), DECIMALS, RoundingMode.HALF_EVEN));
  }
}
