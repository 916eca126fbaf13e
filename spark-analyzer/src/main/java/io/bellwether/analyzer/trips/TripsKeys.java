package io.bellwether.analyzer.trips;

import io.bellwether.analyzer.config.AnalyzerKeys;
import io.bellwether.analyzer.config.JobKeys;
import io.bellwether.analyzer.config.KeyGroup;
import io.bellwether.analyzer.trips.cleaning.Cleaning;
import io.bellwether.analyzer.trips.cleaning.Field;
import io.bellwether.config.Rules;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Type;

/** The keys of the trips job, with their documentation. */
final class TripsKeys implements JobKeys {
  static final String INPUT = "input";
  static final String FILES = "files";
  static final String REPORT = "report";
  static final String TIME_FORMAT = "time.format";
  static final String TIME_ZONE = "time.zone";
  static final String LONGEST = "duration.longest.minutes";
  static final String FARTHEST = "distance.farthest";
  static final String UNIT = "distance.unit";
  static final String STATISTICS_TOPIC = "statistics.topic";
  static final String TOP = "statistics.top";
  static final String ALERTS_TOPIC = "alerts.topic";
  static final String DEAD_LETTER_TOPIC = "dead.letter.topic";
  static final String LATENESS = "alerts.lateness.minutes";
  static final String GAP = "alerts.gap.hours";
  static final String DEVIATION = "alerts.deviation";
  static final String LEAST_BIKES = "alerts.station.least.bikes";
  static final String LEAST_TRIPS = "alerts.hour.least.trips";
  static final String DURATION_FACTOR = "alerts.duration.factor";
  static final String BIKE_DAYS = "alerts.bike.days";

  private static final Map<String, String> TOPICS =
      new TreeMap<>(
          Map.of(
              STATISTICS_TOPIC, "trip-statistics",
              ALERTS_TOPIC, "trip-alerts",
              DEAD_LETTER_TOPIC, "trips-dead-letters"));

  static String column(Field field) {
    return "columns." + field.label();
  }

  @Override
  public String job() {
    return "trips";
  }

  @Override
  public String purpose() {
    return "cleans and counts the trips of a bike share, and tells what is unusual about them.";
  }

  /** A run over files needs no topic to read, and one that prints needs no brokers. */
  @Override
  public Map<String, String> complete(Map<String, String> given) {
    if (input(given) != Input.FILES) {
      return given;
    }
    Map<String, String> complete = new HashMap<>(given);
    complete.putIfAbsent(AnalyzerKeys.TOPICS, "");
    if ("console".equalsIgnoreCase(given.get(AnalyzerKeys.OUTPUT))) {
      complete.putIfAbsent(AnalyzerKeys.BOOTSTRAP, "none");
    }
    return complete;
  }

  @Override
  public boolean keepsPosition(Map<String, String> given) {
    return input(given) == Input.STREAM;
  }

  /** What is not one is a fault of its own. */
  private static Input input(Map<String, String> given) {
    String word = given.getOrDefault(INPUT, Input.STREAM.word()).toLowerCase(Locale.ROOT);
    return Input.words().contains(word) ? Input.of(word) : Input.STREAM;
  }

  @Override
  public void define(ConfigDef definition, Map<String, String> given) {
    define(definition);
  }

  static void define(ConfigDef definition) {
    input(new KeyGroup(definition, "Input"));
    columns(new KeyGroup(definition, "Columns"));
    cleaning(new KeyGroup(definition, "Cleaning"));
    statistics(new KeyGroup(definition, "Statistics"));
    AlertKeys.define(new KeyGroup(definition, "Alerts"), TOPICS.get(ALERTS_TOPIC));
  }

  @Override
  public List<String> faults(Map<String, String> given) {
    List<String> faults = new ArrayList<>();
    if (input(given) == Input.FILES && given.getOrDefault(FILES, "").isBlank()) {
      faults.add(FILES + ": missing. Name the files to read, or set input=stream.");
    }
    if (input(given) != Input.FILES && given.containsKey(FILES)) {
      faults.add(FILES + ": read only with input=files. Set that, or remove the files.");
    }
    if (given.containsKey(REPORT) && input(given) == Input.STREAM) {
      faults.add(
          REPORT + ": a stream has no report, it writes to " + DEAD_LETTER_TOPIC + ". Remove it.");
    }
    if ("continuous".equalsIgnoreCase(given.get(AnalyzerKeys.TRIGGER))) {
      faults.add(
          AnalyzerKeys.TRIGGER
              + ": continuous mode cannot count. Use micro-batch or available-now.");
    }
    return faults;
  }

  @Override
  public Map<String, String> outputs(Map<String, String> given) {
    Map<String, String> outputs = new TreeMap<>();
    TOPICS.forEach((key, usual) -> outputs.put(key, given.getOrDefault(key, usual)));
    if (input(given) != Input.STREAM) {
      outputs.remove(ALERTS_TOPIC);
    }
    return outputs;
  }

  private static void input(KeyGroup keys) {
    keys.high(
            INPUT,
            "Input",
            Type.STRING,
            Input.STREAM.word(),
            Rules.oneOf(Input.words().toArray(String[]::new)),
            "Where trips come from. 'stream' follows the topics and goes on where it ended. 'topic'"
                + " counts what is in the topics now and ends. 'files' counts what is in files and"
                + " ends. All count alike; only a stream writes alerts.")
        .medium(
            FILES,
            "Files",
            Type.LIST,
            List.of(),
            Rules.noneBlank("paths"),
            "CSV files with a header, plain or gzip, with input=files: paths or URLs of any file"
                + " system Spark reads, with * for several, commas between them. Their headers may"
                + " differ.")
        .low(
            REPORT,
            "Report",
            Type.STRING,
            null,
            Rules.notBlank("a path"),
            "A file, on any file system Spark writes, that gets a line of JSON for each row that was"
                + " dropped or noted, in the order of files and lines. It is replaced. For"
                + " input=files and input=topic.");
  }

  private static void columns(KeyGroup keys) {
    for (Field field : Field.values()) {
      keys.low(
          column(field),
          "Column: " + field.label(),
          Type.STRING,
          field.usual(),
          Rules.notBlank("names of columns"),
          "What holds "
              + field.meaning()
              + ". Alternatives with commas, as headers differ from year to year; + joins columns.");
    }
    keys.medium(
            TIME_FORMAT,
            "Format of times",
            Type.STRING,
            "M/d/yyyy H:mm",
            Rules.rule(
                "a pattern of Java's DateTimeFormatter with date and time",
                TripsKeys::isTimeFormat),
            "How date and time are written, as a pattern of Java's DateTimeFormatter. Dates that do"
                + " not exist are refused.")
        .medium(
            TIME_ZONE,
            "Time zone",
            Type.STRING,
            "America/Los_Angeles",
            Rules.rule("a zone such as America/Los_Angeles", TripsKeys::isZone),
            "The zone of the times in the rows, and of the weeks, weekdays and hours in the"
                + " statistics.");
  }

  private static void cleaning(KeyGroup keys) {
    keys.medium(
            LONGEST,
            "Longest trip (minutes)",
            Type.INT,
            24 * 60,
            Rules.between(1, 1_000_000, "minutes"),
            "A longer trip is dropped as absurd.")
        .medium(
            FARTHEST,
            "Farthest trip",
            Type.INT,
            100,
            Rules.between(1, 1_000_000, "the data's unit"),
            "A farther trip is dropped: no bike goes so far within the longest duration.")
        .medium(
            DEAD_LETTER_TOPIC,
            "Topic for what is no trip",
            Type.STRING,
            TOPICS.get(DEAD_LETTER_TOPIC),
            Rules.topic(),
            "The topic for rows that a rule drops, with the rule, the reason and where they stand."
                + " It must exist.");
  }

  private static void statistics(KeyGroup keys) {
    keys.medium(
            STATISTICS_TOPIC,
            "Topic for statistics",
            Type.STRING,
            TOPICS.get(STATISTICS_TOPIC),
            Rules.topic(),
            "The topic for statistics: a whole record for each, by its name as key. It must exist,"
                + " and may be compacted.")
        .low(
            TOP,
            "Stations in a list",
            Type.INT,
            10,
            Rules.between(1, 1000, "stations"),
            "How many stations the lists of the busiest have.")
        .low(
            UNIT,
            "Unit of distances",
            Type.STRING,
            "miles",
            Rules.notBlank("a unit"),
            "What the distances are in; said in the statistics, nothing is converted.");
  }

  private static boolean isZone(Object value) {
    try {
      return ZoneId.of(value.toString()) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isTimeFormat(Object value) {
    return Cleaning.isTimeFormat(value.toString());
  }
}
