package io.bellwether.analyzer.scorer;

import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;

/**
 * Names a scorer, describes its settings and opens it. Registered in {@code
 * META-INF/services/io.bellwether.analyzer.scorer.ScorerProvider}.
 */
public interface ScorerProvider {
  /** What the key {@code scorer} calls it: lower case letters, digits and dashes. */
  String name();

  /**
   * The settings, without their prefix {@code scorer.<name>.}. They are checked and documented like
   * any other key; secrets must be of type PASSWORD.
   */
  ConfigDef definition();

  /**
   * Opens the scorer, in each JVM that scores.
   *
   * @param settings those given, without their prefix; they have passed the definition's checks
   */
  Scorer open(Map<String, String> settings);

  /**
   * Whether it asks a service whose limits hold for all who ask. What a micro-batch brings is then
   * scored by a single task, whose calls are filled from all partitions and counted in one place.
   */
  default boolean isRemote() {
    return false;
  }

  /**
   * What it scores before the first message comes, so that its code is loaded by then. A blank text
   * is not given to it: for a scorer whose texts are paid for.
   */
  default String warmUp() {
    return "All good?";
  }
}
