package io.bellwether.analyzer.config;

import java.util.Arrays;
import java.util.Locale;

/** When the job reads. */
public enum Trigger {
  /** Batch after batch, for good. */
  MICRO_BATCH,
  /** Record by record, for good. */
  CONTINUOUS,
  /** What is there now, in batches; then the job ends. */
  AVAILABLE_NOW;

  /** As it is written in a configuration. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String[] words() {
    return Arrays.stream(values()).map(Trigger::word).toArray(String[]::new);
  }

  static Trigger of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
