package io.bellwether.analyzer.feedback;

import io.bellwether.analyzer.config.AnalyzerKeys;
import io.bellwether.analyzer.config.JobKeys;
import io.bellwether.analyzer.config.KeyGroup;
import io.bellwether.analyzer.config.Trigger;
import io.bellwether.analyzer.scorer.ScorerProvider;
import io.bellwether.analyzer.scorer.ScorerProviders;
import io.bellwether.config.Rules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Type;

/** The keys of the feedback job, with their documentation. */
final class FeedbackKeys implements JobKeys {
  static final String SCORER = "scorer";
  static final String BATCH_SIZE = "scorer.batch.size";
  static final String LANGUAGE_DETECT = "language.detect";
  static final String LANGUAGE_DETECTOR = "language.detector";
  static final String EXPLAIN = "explain";
  static final String FILTER_WHEN = "filter.when";
  static final String DEDUPE_KEY = "dedupe.key";
  static final String DEDUPE_WINDOW = "dedupe.window.ms";
  static final String ROUTES = "routes";
  static final String UNSCORED_TOPIC = "unscored.topic";
  static final String MAX_RECORD_BYTES = "max.record.bytes";

  /** Kafka's producer refuses more than 1,048,576 by default; the difference is its overhead. */
  static final int DEFAULT_MAX_RECORD_BYTES = 900_000;

  private static final String DEFAULT_SCORER = "lexicon";
  private static final String DEFAULT_UNSCORED_TOPIC = "unscored-feedback";

  static String when(String route) {
    return "routes." + route + ".when";
  }

  static String topic(String route) {
    return "routes." + route + ".topic";
  }

  static String scorerPrefix(String scorer) {
    return "scorer." + scorer + ".";
  }

  @Override
  public String job() {
    return "feedback";
  }

  @Override
  public String purpose() {
    return "scores what people say and routes it by its score.";
  }

  @Override
  public Map<String, String> complete(Map<String, String> given) {
    if (given.containsKey(ROUTES)) {
      return given;
    }
    Map<String, String> complete = new HashMap<>(DefaultRoutes.KEYS);
    complete.putAll(given);
    return complete;
  }

  @Override
  public void define(ConfigDef definition, Map<String, String> given) {
    define(definition, RouteNames.of(given.get(ROUTES)), scorer(given).stream().toList());
  }

  /** All keys for a configuration with these routes and these scorers. */
  static void define(ConfigDef definition, List<String> routes, List<ScorerProvider> scorers) {
    preselection(new KeyGroup(definition, "Before scoring"));
    scoring(new KeyGroup(definition, "Scoring"), scorers);
    routing(new KeyGroup(definition, "Routes"), routes);
  }

  @Override
  public List<String> faults(Map<String, String> given) {
    List<String> faults = new ArrayList<>();
    if (scorer(given).isEmpty()) {
      faults.add(
          "scorer: there is no '"
              + given.get(SCORER)
              + "' on the class path. Use one of "
              + String.join(", ", ScorerProviders.names())
              + ", or pass the scorer's jar with --jars.");
    }
    if (given.containsKey(DEDUPE_KEY)
        && Trigger.CONTINUOUS.word().equalsIgnoreCase(given.get(AnalyzerKeys.TRIGGER))) {
      faults.add(
          DEDUPE_KEY
              + ": Spark keeps no state in continuous mode, so duplicates cannot be known. Set"
              + " trigger=micro-batch, or remove the key.");
    }
    faults.addAll(RouteChecks.faults(given, routes(given)));
    return faults;
  }

  @Override
  public Map<String, String> outputs(Map<String, String> given) {
    Map<String, String> outputs = new TreeMap<>();
    routes(given).forEach(route -> outputs.put(topic(route.name()), route.topic()));
    outputs.put(UNSCORED_TOPIC, given.getOrDefault(UNSCORED_TOPIC, DEFAULT_UNSCORED_TOPIC));
    return outputs;
  }

  private static Optional<ScorerProvider> scorer(Map<String, String> given) {
    return ScorerProviders.named(given.getOrDefault(SCORER, DEFAULT_SCORER));
  }

  private static List<Route> routes(Map<String, String> given) {
    return RouteNames.of(given.get(ROUTES)).stream()
        .map(
            name ->
                new Route(
                    name,
                    Optional.ofNullable(given.get(when(name))),
                    given.getOrDefault(topic(name), "")))
        .toList();
  }

  private static void preselection(KeyGroup keys) {
    keys.medium(
            FILTER_WHEN,
            "Score only when",
            Type.STRING,
            null,
            Rules.notBlank("a predicate of Spark SQL"),
            "A predicate of Spark SQL over the record as it was read, such as lower(text) LIKE"
                + " '%azure%' OR channel_name = 'feedback'. What it does not hold for is neither scored"
                + " nor written; it is counted in the log. What is no feedback, or has no text, is not"
                + " asked and goes to the unscored topic.")
        .medium(
            DEDUPE_KEY,
            "Same, when equal",
            Type.STRING,
            null,
            Rules.notBlank("an expression of Spark SQL"),
            "A text in Spark SQL over the record as it was read; records for which it is equal say the"
                + " same, and only the first is scored. For reposts and cross-posts: lower(trim(text))."
                + " Records for which it is null are never the same. What is collapsed is counted in"
                + " the log. Needs a state, so it cannot be used with trigger=continuous, and turning"
                + " it on or off needs a new checkpoint folder.")
        .low(
            DEDUPE_WINDOW,
            "Same, within (ms)",
            Type.LONG,
            3_600_000L,
            Rules.between(1_000, 7L * 24 * 3_600_000, "milliseconds"),
            "How far apart the timestamps of two records may be that say the same. As long by the clock"
                + " the job remembers a key after its last record.");
  }

  private static void scoring(KeyGroup keys, List<ScorerProvider> scorers) {
    keys.high(
            SCORER,
            "Scorer",
            Type.STRING,
            DEFAULT_SCORER,
            Rules.notBlank("the name of a scorer"),
            "What scores the texts. Two are built in, for English and without network: 'linear', a"
                + " trained model, and 'lexicon', a list of words with negation and intensity. Others"
                + " are found on the class path by their name.")
        .low(
            BATCH_SIZE,
            "Texts in a batch",
            Type.INT,
            64,
            Rules.between(1, 10_000, "texts"),
            "How many texts the scorer gets at a time, at most. In continuous mode it is always one.")
        .medium(
            LANGUAGE_DETECT,
            "Detect the language",
            Type.STRING,
            "when-missing",
            Rules.oneOf("off", "when-missing", "always"),
            "Whose language is found out. 'when-missing': of messages whose service does not tell it."
                + " 'always': of all. 'off': of none. What is found out is written to 'language'; what"
                + " is in a language that the scorer does not read goes to the unscored topic. A text"
                + " of which nobody can tell, such as 'ok' or a lone emoji, is scored.")
        .low(
            LANGUAGE_DETECTOR,
            "Detector",
            Type.STRING,
            "auto",
            Rules.oneOf("auto", "embedded"),
            "What finds it out. 'auto': the scorer's own service where it has one, as 'azure' does;"
                + " else the embedded one. 'embedded': always that, without a call.")
        .low(
            EXPLAIN,
            "Explain scores",
            Type.BOOLEAN,
            false,
            null,
            "Whether a scored record says in 'why' and 'why_terms' which words moved its score most."
                + " Costs as many scores as a message has words; 'linear' and 'lexicon' can.");
    for (ScorerProvider scorer : scorers) {
      keys.embed(scorerPrefix(scorer.name()), scorer.definition());
    }
  }

  private static void routing(KeyGroup keys, List<String> routes) {
    keys.high(
        ROUTES,
        "Routes",
        Type.LIST,
        "negative,positive,neutral",
        Rules.rule(
            "a list of names of lower case letters, digits and dashes, none twice, not 'unscored'",
            RouteNames::areGood),
        "The outcomes, in the order in which they are tried: the first whose predicate holds is"
            + " taken. The last has no predicate, so that every message has an outcome. Where this"
            + " key is not set, a score up to 0.3 leads to negative-feedback, one from 0.9 to"
            + " positive-feedback, any other to neutral-feedback.");
    for (String route : routes) {
      keys.medium(
              when(route),
              "Predicate of route " + route,
              Type.STRING,
              null,
              Rules.notBlank("a predicate of Spark SQL"),
              "A predicate of Spark SQL over the scored record, such as score <= 0.3, or score >= 0.9"
                  + " AND channel_name = 'feedback'. Without one the route always holds.")
          .medium(
              topic(route),
              "Topic of route " + route,
              Type.STRING,
              null,
              Rules.topic(),
              "The topic for what takes this route. It must exist.");
    }
    keys.medium(
            UNSCORED_TOPIC,
            "Topic for unscored",
            Type.STRING,
            DEFAULT_UNSCORED_TOPIC,
            Rules.topic(),
            "The topic for what cannot be read or scored; the reason is in the record. It must exist.")
        .low(
            MAX_RECORD_BYTES,
            "Largest record (bytes)",
            Type.INT,
            DEFAULT_MAX_RECORD_BYTES,
            Rules.between(200_000, Integer.MAX_VALUE, "bytes"),
            "The largest record to write, key and value together. A larger one goes to the unscored"
                + " topic with its text cut, so that it cannot stop the job. Keep it below the"
                + " producer's sink.kafka.max.request.size and the topics' max.message.bytes.");
  }

  /** What applies where {@code routes} is not set. */
  private static final class DefaultRoutes {
    static final Map<String, String> KEYS = new TreeMap<>();

    static {
      KEYS.put(ROUTES, "negative,positive,neutral");
      KEYS.put(when("negative"), "score <= 0.3");
      KEYS.put(when("positive"), "score >= 0.9");
      for (String name : List.of("negative", "positive", "neutral")) {
        KEYS.put(topic(name), name + "-feedback");
      }
    }
  }
}
