package io.bellwether.analyzer.config;

import io.bellwether.analyzer.scorer.ScorerProvider;
import io.bellwether.analyzer.scorer.ScorerProviders;
import io.bellwether.config.UnknownKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;

/** Checks a job's keys and values as a whole, so that its user hears of every fault at once. */
public final class ConfigCheck {
  private final Map<String, String> given;
  private final List<String> faults = new ArrayList<>();
  private final List<String> routeNames;
  private final ConfigDef definition;

  private ConfigCheck(JobFile job) {
    Map<String, String> resolved = Placeholders.resolve(job.config(), faults);
    if (!resolved.containsKey(AnalyzerKeys.ROUTES)) {
      DefaultRoutes.KEYS.forEach(resolved::putIfAbsent);
    }
    given = Map.copyOf(resolved);
    routeNames = routeNames(given);
    Optional<ScorerProvider> scorer =
        ScorerProviders.named(given.getOrDefault(AnalyzerKeys.SCORER, "lexicon"));
    definition = AnalyzerKeys.definition(routeNames, scorer.stream().toList());
    if (scorer.isEmpty()) {
      faults.add(
          "scorer: there is no '"
              + given.get(AnalyzerKeys.SCORER)
              + "' on the class path. Use one of "
              + String.join(", ", ScorerProviders.names())
              + ", or pass the scorer's jar with --jars.");
    }
  }

  /**
   * @throws FaultyConfigException with all faults of keys and values; brokers are not asked yet
   */
  public static AnalyzerConfig check(JobFile job) throws FaultyConfigException {
    ConfigCheck check = new ConfigCheck(job);
    check.values();
    check.unknown();
    check.faults.addAll(PassThrough.faults(check.given));
    check.faults.addAll(CrossChecks.faults(check.given, check.routes()));
    if (!check.faults.isEmpty()) {
      throw new FaultyConfigException(check.faults);
    }
    return new AnalyzerConfig(job.name(), check.definition, check.given, check.routes());
  }

  static Map<String, String> scorerSettings(Map<String, String> given, Map<String, Object> parsed) {
    String prefix = "scorer." + parsed.get(AnalyzerKeys.SCORER) + ".";
    Map<String, String> settings = new HashMap<>();
    given.forEach(
        (key, value) -> {
          if (key.startsWith(prefix)) {
            settings.put(key.substring(prefix.length()), value);
          }
        });
    return settings;
  }

  private void values() {
    for (ConfigValue value : definition.validate(given)) {
      for (String message : value.errorMessages()) {
        boolean missing = message.startsWith("Missing required configuration");
        faults.add(
            missing
                ? value.name()
                    + ": missing. Set it in the job's file, or pass "
                    + value.name()
                    + "=..."
                : message);
      }
    }
  }

  private void unknown() {
    List<String> known = new ArrayList<>(definition.names());
    faults.addAll(new UnknownKeys(known, PassThrough.PREFIXES).among(given.keySet()).values());
  }

  private List<Route> routes() {
    return routeNames.stream()
        .map(
            name ->
                new Route(
                    name,
                    Optional.ofNullable(given.get(AnalyzerKeys.when(name))),
                    given.getOrDefault(AnalyzerKeys.topic(name), "")))
        .toList();
  }

  private static List<String> routeNames(Map<String, String> given) {
    return List.of(given.get(AnalyzerKeys.ROUTES).split(",")).stream()
        .map(String::trim)
        .filter(RouteNames::isGood)
        .distinct()
        .toList();
  }

  /** What applies where {@code routes} is not set. */
  private static final class DefaultRoutes {
    static final Map<String, String> KEYS = new TreeMap<>();

    static {
      KEYS.put(AnalyzerKeys.ROUTES, "negative,positive,neutral");
      KEYS.put(AnalyzerKeys.when("negative"), "score <= 0.3");
      KEYS.put(AnalyzerKeys.when("positive"), "score >= 0.9");
      for (String name : List.of("negative", "positive", "neutral")) {
        KEYS.put(AnalyzerKeys.topic(name), name + "-feedback");
      }
    }
  }
}
