package io.bellwether.analyzer.config;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;

/** The keys that only one job has. What all jobs share is in {@link AnalyzerKeys}. */
public interface JobKeys {
  /** The value of the key {@code job} that chooses it. */
  String job();

  /** What the job does, as a sentence that begins with a verb. */
  String purpose();

  /** Adds what applies where a key is not set and depends on others; most keys have a default. */
  default Map<String, String> complete(Map<String, String> given) {
    return given;
  }

  /**
   * Defines the keys that this configuration can have: some exist only through the value of others.
   */
  void define(ConfigDef definition, Map<String, String> given);

  /** Faults that no value has alone, each with key, reason and remedy. */
  List<String> faults(Map<String, String> given);

  /** Whether the job goes on where it ended, and so needs a checkpoint. */
  default boolean keepsPosition(Map<String, String> given) {
    return true;
  }

  /** The topics that the job writes, by the key that names each. */
  Map<String, String> outputs(Map<String, String> given);
}
