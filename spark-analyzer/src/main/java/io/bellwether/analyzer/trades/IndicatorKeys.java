package io.bellwether.analyzer.trades;

import io.bellwether.analyzer.config.KeyGroup;
import io.bellwether.config.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Type;

/** The types of indicators, and the keys of each, which begin with {@code indicator.NAME.}. */
enum IndicatorKeys {
  EXTREME("extreme", List.of(), IndicatorKeys::extreme),
  CHANGE(
      "change",
      List.of(IndicatorKeys.OF, IndicatorKeys.WINDOW, IndicatorKeys.PAST),
      IndicatorKeys::change),
  THRESHOLD(
      "threshold",
      List.of(
          IndicatorKeys.OF,
          IndicatorKeys.MARKETS,
          IndicatorKeys.LEVEL,
          IndicatorKeys.HYSTERESIS,
          IndicatorKeys.DIRECTION,
          IndicatorKeys.WINDOW),
      IndicatorKeys::threshold),
  ROUND_TRIP("round-trip", List.of(), IndicatorKeys::roundTrip),
  PROBABILITY("probability", List.of(), IndicatorKeys::probability);

  static final String TYPE = "type";
  static final String OF = "of";
  static final String WINDOW = "window.minutes";
  static final String PERCENT = "percent";
  static final String SIGMA = "sigma";
  static final String QUIET = "quiet.minutes";
  static final String PAST = "past.windows";
  static final String PAST_AT_LEAST = "past.at.least";
  static final String SETTLE = "settle.minutes";
  static final String SEED = "seed.file";
  static final String MARKETS = "markets";
  static final String LEVEL = "level";
  static final String DIRECTION = "direction";
  static final String HYSTERESIS = "hysteresis.percent";
  static final String AT_LEAST = "at.least.percent";
  static final String ENDS_BELOW = "ends.below.percent";
  static final String FEE = "fee.percent";
  static final String FEES = "fees";
  static final String SPREAD = "spread.percent";
  static final String MAX_AGE = "max.age.seconds";
  static final String PROBABLE = "at.least";

  private final String word;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> stateKeys;

  @SuppressWarnings("ImmutableEnumChecker") // a method reference
  private final BiConsumer<KeyGroup, String> definer;

  IndicatorKeys(String word, List<String> stateKeys, BiConsumer<KeyGroup, String> definer) {
    this.word = word;
    this.stateKeys = stateKeys;
    this.definer = definer;
  }

  String word() {
    return word;
  }

  /** Those whose change makes what was remembered useless. */
  List<String> stateKeys() {
    return stateKeys;
  }

  static IndicatorKeys of(String word) {
    return Arrays.stream(values())
        .filter(type -> type.word.equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow();
  }

  static String[] words() {
    return Arrays.stream(values()).map(IndicatorKeys::word).toArray(String[]::new);
  }

  static String prefix(String name) {
    return "indicator." + name + ".";
  }

  static void type(KeyGroup keys, String prefix) {
    keys.medium(
        prefix + TYPE,
        "Type",
        Type.STRING,
        ConfigDef.NO_DEFAULT_VALUE,
        Rules.oneOf(words()),
        "What this indicator looks for: 'extreme', an all-time high or low; 'change', a price or a"
            + " volume that changes much within a window; 'threshold', a level that is crossed;"
            + " 'round-trip', a gain between exchanges after fees and spread; 'probability', a"
            + " move that the model holds for likely.");
  }

  /** The keys of this type, but for the type itself. */
  void define(KeyGroup keys, String prefix) {
    definer.accept(keys, prefix);
  }

  private static void extreme(KeyGroup keys, String prefix) {
    keys.medium(
            prefix + SEED,
            "Records so far",
            Type.STRING,
            null,
            Rules.notBlank("the path of a CSV file"),
            "A CSV file with the header exchange,market,high,low and a line for each market: the"
                + " highest and lowest price it ever had, from a service that knows. The job's"
                + " driver reads it at the start. A market that it has needs no time to settle.")
        .medium(
            prefix + SETTLE,
            "Time to settle (minutes)",
            Type.LONG,
            24 * 60L,
            Rules.between(0, 365L * 24 * 60, "minutes"),
            "How long, by its trades' own times, a market without a seed is watched before it can"
                + " have an alert: at first every price is a record. Let the job read the topic's"
                + " history (starting.offsets=earliest) and the history counts.");
    IndicatorKeyParts.quiet(keys, prefix, 15);
  }

  private static void change(KeyGroup keys, String prefix) {
    IndicatorKeyParts.of(keys, prefix);
    IndicatorKeyParts.window(keys, prefix, 5);
    keys.medium(
            prefix + PERCENT,
            "Change (percent)",
            Type.DOUBLE,
            0.0,
            IndicatorKeyParts.number(0, 1_000_000),
            "How much it must change, up or down, in percent; 0 for any. A volume counts against"
                + " the mean of past windows, and only more of it.")
        .medium(
            prefix + SIGMA,
            "Change (standard deviations)",
            Type.DOUBLE,
            4.0,
            IndicatorKeyParts.number(0, 1_000),
            "How much it must change in standard deviations of the market's own past; 0 for any. In"
                + " a market whose past is too short or perfectly flat nothing is that much.");
    IndicatorKeyParts.quiet(keys, prefix, 15);
    keys.low(
            prefix + PAST,
            "Memory (windows)",
            Type.LONG,
            288L,
            Rules.between(10, 100_000, "windows"),
            "How many windows of the past count, about: each counts a little less than the next.")
        .low(
            prefix + PAST_AT_LEAST,
            "Least past (windows)",
            Type.LONG,
            30L,
            Rules.between(2, 100_000, "windows"),
            "How many windows a market must have had before there are standard deviations.");
  }

  private static void threshold(KeyGroup keys, String prefix) {
    IndicatorKeyParts.of(keys, prefix);
    keys.medium(
            prefix + LEVEL,
            "Level",
            Type.STRING,
            ConfigDef.NO_DEFAULT_VALUE,
            Rules.rule(
                "a decimal above 0, such as 10000 or 0.00000042", IndicatorKeyParts::isPositive),
            "The level: of a price in the quote, of a volume in the base.")
        .medium(
            prefix + DIRECTION,
            "Direction",
            Type.STRING,
            "up",
            Rules.oneOf("up", "down"),
            "Which crossing is news.")
        .medium(
            prefix + MARKETS,
            "Markets",
            Type.STRING,
            ".*",
            Rules.regex(),
            "The markets it applies to, such as (kraken|coinbase):BTC/USD.")
        .low(
            prefix + HYSTERESIS,
            "Hysteresis (percent)",
            Type.DOUBLE,
            0.5,
            IndicatorKeyParts.number(0, 99),
            "How far the value must have been back on the other side of the level before the next"
                + " crossing counts: one crossing is one alert, however it trembles.");
    IndicatorKeyParts.window(keys, prefix, 60);
  }

  private static void roundTrip(KeyGroup keys, String prefix) {
    keys.medium(
            prefix + AT_LEAST,
            "Gain (percent)",
            Type.DOUBLE,
            0.5,
            IndicatorKeyParts.number(0, 1_000),
            "What buying on one exchange and selling the same on another must bring after fees and"
                + " spread. It is an estimate from the last trades: nobody promises these prices.")
        .low(
            prefix + ENDS_BELOW,
            "Ends below (percent)",
            Type.DOUBLE,
            0.0,
            IndicatorKeyParts.number(-100, 1_000),
            "Below this an opportunity is over, and the next one is news again.")
        .medium(
            prefix + FEE,
            "Fee (percent)",
            Type.DOUBLE,
            0.25,
            IndicatorKeyParts.number(0, 50),
            "What an exchange takes of each deal.")
        .medium(
            prefix + FEES,
            "Fees of single exchanges",
            Type.LIST,
            "",
            Rules.rule(
                "a list of exchange:percent, such as kraken:0.26", IndicatorKeyParts::areFees),
            "The fees of exchanges that take another one.")
        .low(
            prefix + SPREAD,
            "Spread (percent)",
            Type.DOUBLE,
            0.05,
            IndicatorKeyParts.number(0, 50),
            "The distance of bid and ask. A trade tells one of them where its side is known; for"
                + " the other, or half of it to each side, this is added.")
        .low(
            prefix + MAX_AGE,
            "Age of prices (seconds)",
            Type.LONG,
            60L,
            Rules.between(1, 86_400, "seconds"),
            "How far apart two trades may be to be compared.");
  }

  private static void probability(KeyGroup keys, String prefix) {
    keys.medium(
        prefix + PROBABLE,
        "Probability",
        Type.DOUBLE,
        0.7,
        IndicatorKeyParts.number(0, 1),
        "The model's probability that is news. It needs model.location.");
    IndicatorKeyParts.quiet(keys, prefix, 60);
  }
}
