package io.bellwether.analyzer.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Faults that no value has alone, of keys that all jobs share. */
final class CrossChecks {
  private CrossChecks() {}

  /** {@code outputs} are the topics that the job writes, by key. */
  static List<String> faults(
      Map<String, String> given, Map<String, String> outputs, boolean keepsPosition) {
    List<String> faults = new ArrayList<>();
    if (!"console".equalsIgnoreCase(given.get(AnalyzerKeys.OUTPUT))) {
      noLoop(given, outputs, faults);
      if (keepsPosition) {
        positionIsKept(given, faults);
      }
    }
    return faults;
  }

  private static void noLoop(
      Map<String, String> given, Map<String, String> outputs, List<String> faults) {
    Set<String> inputs =
        Stream.of(given.getOrDefault(AnalyzerKeys.TOPICS, "").split(","))
            .map(String::trim)
            .collect(Collectors.toSet());
    outputs.forEach(
        (key, topic) -> {
          if (inputs.contains(topic)) {
            faults.add(
                key + ": '" + topic + "' is also read, which would never end. Use another topic.");
          }
        });
  }

  private static void positionIsKept(Map<String, String> given, List<String> faults) {
    if (!given.containsKey(AnalyzerKeys.CHECKPOINT)) {
      faults.add(
          AnalyzerKeys.CHECKPOINT
              + ": missing. Name a folder of its own for this job's position, or set output=console"
              + " for a first look.");
    }
  }
}
