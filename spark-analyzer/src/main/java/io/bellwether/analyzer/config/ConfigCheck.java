package io.bellwether.analyzer.config;

import io.bellwether.config.UnknownKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;

/** Checks a job's keys and values as a whole, so that its user hears of every fault at once. */
public final class ConfigCheck {
  private final Map<String, String> given;
  private final List<String> faults = new ArrayList<>();
  private final JobKeys job;
  private final ConfigDef definition;

  private ConfigCheck(JobFile file, List<JobKeys> jobs) throws FaultyConfigException {
    Map<String, String> resolved = Placeholders.resolve(file.config(), faults);
    job = chosen(resolved, jobs);
    given = Map.copyOf(job.complete(resolved));
    definition = AnalyzerKeys.shared(jobs);
    job.define(definition, given);
  }

  /**
   * @param jobs those that {@code job} chooses from; the first where it is not set
   * @throws FaultyConfigException with all faults of keys and values; brokers are not asked yet
   */
  public static AnalyzerConfig check(JobFile file, List<JobKeys> jobs)
      throws FaultyConfigException {
    ConfigCheck check = new ConfigCheck(file, jobs);
    check.values();
    check.unknown();
    Map<String, String> outputs = check.job.outputs(check.given);
    check.faults.addAll(PassThrough.faults(check.given));
    check.faults.addAll(
        CrossChecks.faults(check.given, outputs, check.job.keepsPosition(check.given)));
    check.faults.addAll(check.job.faults(check.given));
    if (!check.faults.isEmpty()) {
      throw new FaultyConfigException(check.faults);
    }
    return new AnalyzerConfig(file.name(), check.definition, check.given, outputs);
  }

  // Without the job nothing can be said of the other keys.
  private static JobKeys chosen(Map<String, String> given, List<JobKeys> jobs)
      throws FaultyConfigException {
    List<String> names = jobs.stream().map(JobKeys::job).toList();
    String name = given.getOrDefault(AnalyzerKeys.JOB, names.get(0));
    int index = names.indexOf(name.toLowerCase(Locale.ROOT));
    if (index < 0) {
      throw new FaultyConfigException(
          List.of(
              AnalyzerKeys.JOB
                  + ": there is no job '"
                  + name
                  + "'. Use one of "
                  + String.join(", ", names)
                  + "."));
    }
    return jobs.get(index);
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
}
