package io.bellwether.analyzer.trips;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.analyzer.trips.alerts.AlertSettings;
import io.bellwether.analyzer.trips.alerts.TripAlert;
import io.bellwether.analyzer.trips.cleaning.Cleaned;
import io.bellwether.analyzer.trips.cleaning.CleaningRule;
import io.bellwether.analyzer.trips.statistics.Statistics;
import io.bellwether.analyzer.trips.statistics.Tally;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What the job writes, as {@code docs/contracts.md} has it.
 *
 * @param statisticsTopic for {@code trip-statistics}
 * @param alertsTopic for {@code trip-alerts}
 * @param deadLetterTopic for {@code trips-dead-letters}
 */
record Outputs(
    String statisticsTopic,
    String alertsTopic,
    String deadLetterTopic,
    Statistics statistics,
    AlertSettings settings)
    implements Serializable {
  /** Which records of a run are for its report alone. */
  static final String NO_TOPIC = "";

  static final StructType SCHEMA =
      new StructType()
          .add("key", DataTypes.StringType, true)
          .add("value", DataTypes.StringType, false)
          .add("topic", DataTypes.StringType, false)
          .add("part", DataTypes.IntegerType, true)
          .add("position", DataTypes.LongType, true);

  private static final int LONGEST_TEXT = 10_000;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  ZoneId zone() {
    return settings.zone();
  }

  List<Row> statistics(Tally tally) {
    return statistics.of(tally).entrySet().stream()
        .map(record -> row(record.getKey(), record.getValue(), statisticsTopic))
        .toList();
  }

  List<Row> alerts(List<TripAlert> alerts) {
    return alerts.stream().map(this::alert).toList();
  }

  private Row alert(TripAlert alert) {
    ObjectNode value = JSON.objectNode();
    value.put("event_id", alert.eventId());
    value.put("kind", alert.kind());
    value.put("subject", alert.subject());
    value.put("at", alert.at().toString());
    value.put("value", alert.value());
    value.put("expected", alert.expected());
    value.put("text", alert.text());
    return row(alert.kind() + ":" + alert.subject(), value, alertsTopic);
  }

  /**
   * A row that is no trip. That a trip comes again is usual in a topic, which holds what was sent
   * twice, and is only counted there.
   */
  Optional<Row> dropped(JudgedRow row, Cleaned.Dropped dropped) {
    boolean usual = !row.ofFile() && dropped.rule() == CleaningRule.DUPLICATE;
    return usual
        ? Optional.empty()
        : Optional.of(letter(row, dropped.rule(), dropped.reason(), deadLetterTopic));
  }

  /** A trip that is kept although something is missing: for the report alone. */
  Row noted(JudgedRow row, CleaningRule rule) {
    return letter(row, rule, rule.reason(), NO_TOPIC);
  }

  private static Row letter(JudgedRow row, CleaningRule rule, String reason, String topic) {
    Place place = row.place();
    ObjectNode value = JSON.objectNode();
    value.put("event_id", place.told(row.ofFile()));
    value.put("rule", rule.label());
    value.put("kept", !rule.drops());
    value.put("reason", reason);
    if (row.ofFile()) {
      value.put("file", place.source()).put("line", place.position());
    } else {
      value.put("topic", place.source()).put("partition", place.part());
      value.put("offset", place.position()).put("origin", place.origin());
    }
    String text = row.text() == null ? "" : row.text();
    value.put("text", text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
    value.put("truncated", text.length() > LONGEST_TEXT);
    String key = place.told(row.ofFile());
    return RowFactory.create(key, value.toString(), topic, place.part(), place.position());
  }

  private static Row row(String key, ObjectNode value, String topic) {
    return RowFactory.create(key, value.toString(), topic, null, null);
  }
}
