package io.bellwether.analyzer.trades;

import io.bellwether.analyzer.config.AnalyzerKeys;
import io.bellwether.analyzer.config.JobKeys;
import io.bellwether.analyzer.config.KeyGroup;
import io.bellwether.analyzer.config.Trigger;
import io.bellwether.analyzer.trades.candle.Width;
import io.bellwether.config.Rules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Type;

/** The keys of the trades job, with their documentation. */
final class TradesKeys implements JobKeys {
  static final String INDICATORS = "indicators";
  static final String CANDLES = "candles";
  static final String ALERTS_TOPIC = "alerts.topic";
  static final String INDICATORS_TOPIC = "indicators.topic";
  static final String DEAD_TOPIC = "dead.letters.topic";
  static final String MODEL = "model.location";
  static final String LATENESS = "lateness.minutes";
  static final String REMEMBERED = "repeats.remembered";
  static final String MAX_AGE = "alerts.max.age.minutes";
  static final String EXPIRY = "state.expiry.days";

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final long MONTH_MINUTES = 31L * 24 * 60;

  /** By key, what is written where the key is not set. */
  private static final Map<String, String> TOPICS =
      Map.of(
          ALERTS_TOPIC, "trade-alerts",
          INDICATORS_TOPIC, "trade-indicators",
          DEAD_TOPIC, "trades-dead-letters");

  /** What applies where {@code indicators} is not set. */
  private static final Map<String, String> DEFAULT_INDICATORS =
      Map.of(
          INDICATORS,
          "record,spike,volume,round-trip",
          "indicator.record.type",
          "extreme",
          "indicator.spike.type",
          "change",
          "indicator.volume.type",
          "change",
          "indicator.volume.of",
          "volume",
          "indicator.volume.window.minutes",
          "15",
          "indicator.round-trip.type",
          "round-trip");

  @Override
  public String job() {
    return "trades";
  }

  @Override
  public String purpose() {
    return "watches the trades of markets, writes candles, and tells what is unusual.";
  }

  @Override
  public Map<String, String> complete(Map<String, String> given) {
    if (given.containsKey(INDICATORS)) {
      return given;
    }
    Map<String, String> complete = new HashMap<>(DEFAULT_INDICATORS);
    complete.putAll(given);
    return complete;
  }

  @Override
  public void define(ConfigDef definition, Map<String, String> given) {
    general(definition);
    for (String name : names(given)) {
      String prefix = IndicatorKeys.prefix(name);
      KeyGroup keys = new KeyGroup(definition, "Indicator " + name);
      IndicatorKeys.type(keys, prefix);
      type(given, prefix).forEach(type -> type.define(keys, prefix));
    }
  }

  /** All but those of single indicators. */
  static void general(ConfigDef definition) {
    watching(new KeyGroup(definition, "Trades"));
    writing(new KeyGroup(definition, "Output"));
  }

  @Override
  public List<String> faults(Map<String, String> given) {
    List<String> faults = new ArrayList<>();
    if (Trigger.CONTINUOUS.word().equalsIgnoreCase(given.get(AnalyzerKeys.TRIGGER))) {
      faults.add(
          AnalyzerKeys.TRIGGER
              + ": continuous cannot remember anything, which every indicator needs. Use"
              + " micro-batch.");
    }
    for (String name : names(given)) {
      String prefix = IndicatorKeys.prefix(name);
      boolean asksModel = type(given, prefix).anyMatch(IndicatorKeys.PROBABILITY::equals);
      if (asksModel && !given.containsKey(MODEL)) {
        faults.add(
            MODEL
                + ": missing, but indicator '"
                + name
                + "' asks the model. Name the folder of a model that 'bellwether train-trades' made,"
                + " or remove the indicator.");
      }
    }
    return faults;
  }

  @Override
  public Map<String, String> outputs(Map<String, String> given) {
    Map<String, String> outputs = new HashMap<>(TOPICS);
    outputs.replaceAll(given::getOrDefault);
    return outputs;
  }

  private static Stream<IndicatorKeys> type(Map<String, String> given, String prefix) {
    String word = given.getOrDefault(prefix + IndicatorKeys.TYPE, "").toLowerCase(Locale.ROOT);
    return Arrays.stream(IndicatorKeys.values()).filter(type -> type.word().equals(word));
  }

  private static List<String> names(Map<String, String> given) {
    return Stream.of(given.get(INDICATORS).split(","))
        .map(String::trim)
        .filter(name -> NAME.matcher(name).matches())
        .distinct()
        .toList();
  }

  private static boolean areGoodNames(Object value) {
    List<?> names = (List<?>) value;
    return new HashSet<>(names).size() == names.size()
        && names.stream().allMatch(name -> NAME.matcher(name.toString()).matches());
  }

  private static boolean areWidths(Object value) {
    List<String> words = List.of(Width.words());
    return ((List<?>) value).stream().allMatch(word -> words.contains(word.toString()));
  }

  private static void watching(KeyGroup keys) {
    keys.high(
            INDICATORS,
            "Indicators",
            Type.LIST,
            DEFAULT_INDICATORS.get(INDICATORS),
            Rules.rule(
                "a list of names of lower case letters, digits and dashes, none twice",
                TradesKeys::areGoodNames),
            "What is looked for: names of your own, each with keys that begin with indicator.NAME."
                + " Where this key is not set there are four: records, prices that change by 4"
                + " standard deviations within 5 minutes, volumes that do within 15, and gains"
                + " between exchanges.")
        .medium(
            CANDLES,
            "Candles",
            Type.LIST,
            String.join(",", Width.words()),
            Rules.rule("a list of " + String.join(", ", Width.words()), TradesKeys::areWidths),
            "The candles to write. Empty for none.")
        .medium(
            MODEL,
            "Model",
            Type.STRING,
            null,
            Rules.notBlank("a folder"),
            "The folder of a model that 'bellwether train-trades' has made: a path or a URL of"
                + " Spark's file systems. Its probability is added to candles and alerts.")
        .medium(
            LATENESS,
            "Lateness (minutes)",
            Type.LONG,
            5L,
            Rules.between(0, 24 * 60, "minutes"),
            "How far a trade may be behind the latest one of its own market and still count in"
                + " candles and windows. A market that is read seldom is not late. A longer time"
                + " makes the state larger.")
        .low(
            REMEMBERED,
            "Trades known again",
            Type.INT,
            256,
            Rules.between(1, 100_000, "trades"),
            "How many trades of a market are remembered by their event_id, so that one that comes"
                + " again is ignored; 8 bytes each. One that is older than these and not late"
                + " counts twice.")
        .low(
            EXPIRY,
            "Forgotten after (days)",
            Type.LONG,
            90L,
            Rules.between(1, 3650, "days"),
            "After how long without trades all that is remembered of a market is forgotten.");
  }

  private static void writing(KeyGroup keys) {
    keys.medium(
            ALERTS_TOPIC,
            "Topic for alerts",
            Type.STRING,
            TOPICS.get(ALERTS_TOPIC),
            Rules.topic(),
            "The topic for alerts. It must exist.")
        .medium(
            INDICATORS_TOPIC,
            "Topic for candles",
            Type.STRING,
            TOPICS.get(INDICATORS_TOPIC),
            Rules.topic(),
            "The topic for candles. It must exist.")
        .medium(
            DEAD_TOPIC,
            "Topic for dead letters",
            Type.STRING,
            TOPICS.get(DEAD_TOPIC),
            Rules.topic(),
            "The topic for records that are no trades; the reason is in the record. It must exist.")
        .medium(
            MAX_AGE,
            "Age of alerts (minutes)",
            Type.LONG,
            0L,
            Rules.between(0, MONTH_MINUTES, "minutes"),
            "Trades older than this by the clock are taken in, but raise no alert: so a job can read"
                + " a topic's history first. 0 for no limit.");
  }
}
