package io.bellwether.analyzer.explore;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The columns of the topics' values, as {@code docs/contracts.md} has them, in the words of Spark
 * SQL. A topic of another name has no columns but those of every record.
 */
final class Contracts {
  private static final String FEEDBACK =
      "event_id STRING, event_version BIGINT, source STRING, channel_id STRING, channel_name STRING,"
          + " query STRING, author_id STRING, author_name STRING, text STRING, raw_text STRING,"
          + " previous_text STRING, language STRING, url STRING, thread STRING, said_at TIMESTAMP,"
          + " metrics MAP<STRING,BIGINT>, references ARRAY<STRUCT<type STRING, id STRING>>";
  private static final String SCORED =
      FEEDBACK
          + ", p_negative DOUBLE, p_neutral DOUBLE, p_positive DOUBLE, score DOUBLE, scorer STRING,"
          + " outcome STRING, reason STRING";
  private static final String ITEM =
      "STRUCT<name STRING, weekday STRING, hour INT, `from` INT, trips BIGINT, share DOUBLE,"
          + " average_duration_seconds DOUBLE, average_distance DOUBLE>";
  private static final String RULES = "ARRAY<STRUCT<rule STRING, rows BIGINT, reason STRING>>";

  private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

  static {
    COLUMNS.put("feedback", FEEDBACK);
    Stream.of("negative", "positive", "neutral")
        .forEach(outcome -> COLUMNS.put(outcome + "-feedback", SCORED));
    COLUMNS.put("unscored-feedback", SCORED + ", truncated BOOLEAN");
    COLUMNS.put(
        "trades",
        "event_id STRING, exchange STRING, market STRING, base STRING, quote STRING, id STRING,"
            + " timestamp TIMESTAMP, price DECIMAL(38,18), volume DECIMAL(38,18), side STRING");
    COLUMNS.put(
        "trade-indicators",
        "event_id STRING, event_version BIGINT, indicator STRING, exchange STRING, market STRING,"
            + " base STRING, quote STRING, window STRING, start TIMESTAMP, open DECIMAL(38,18), high DECIMAL(38,18), low DECIMAL(38,18),"
            + " close DECIMAL(38,18), volume DECIMAL(38,18), vwap DECIMAL(38,18), count BIGINT,"
            + " probability DOUBLE");
    COLUMNS.put(
        "trade-alerts",
        "event_id STRING, indicator STRING, type STRING, what STRING, exchange STRING,"
            + " market STRING, base STRING, quote STRING, price DECIMAL(38,18), at TIMESTAMP,"
            + " trade STRING, text STRING, change_percent DOUBLE, gain_percent DOUBLE");
    COLUMNS.put(
        "trip-statistics",
        "statistic STRING, sequence BIGINT, until TIMESTAMP, rows BIGINT, trips BIGINT,"
            + " duration_seconds BIGINT, average_duration_seconds DOUBLE, distance DOUBLE,"
            + " average_distance DOUBLE, distance_unit STRING, items ARRAY<"
            + ITEM
            + ">, dropped "
            + RULES
            + ", noted "
            + RULES);
    COLUMNS.put(
        "trip-alerts",
        "event_id STRING, kind STRING, subject STRING, at TIMESTAMP, value BIGINT,"
            + " expected DOUBLE, text STRING");
    COLUMNS.put(
        "trips-dead-letters",
        "event_id STRING, rule STRING, reason STRING, origin STRING, file STRING, line BIGINT,"
            + " text STRING, truncated BOOLEAN");
  }

  private Contracts() {}

  /**
   * Columns of a topic's value, in the words of a table's definition; blank where none is known.
   */
  static String columns(String topic) {
    return COLUMNS.getOrDefault(topic, "");
  }
}
