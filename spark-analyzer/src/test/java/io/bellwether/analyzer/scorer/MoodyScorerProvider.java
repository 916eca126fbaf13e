package io.bellwether.analyzer.scorer;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;

/** A scorer for tests, named {@code moody}: refuses a batch with "boom" in it, likes the rest. */
public final class MoodyScorerProvider implements ScorerProvider {
  @Override
  public String name() {
    return "moody";
  }

  @Override
  public ConfigDef definition() {
    return new ConfigDef()
        .define(
            "api.key", ConfigDef.Type.PASSWORD, null, ConfigDef.Importance.LOW, "A test's secret.");
  }

  @Override
  public Scorer open(Map<String, String> settings) {
    return batch -> {
      if (batch.stream().anyMatch(one -> one.text().contains("boom"))) {
        throw new IllegalStateException("I do not read boom");
      }
      return batch.stream().<Scoring>map(one -> new Probabilities(0, 0, 1)).toList();
    };
  }

  /** The same, for tests without a class path. */
  public static Scorer moody() {
    return new MoodyScorerProvider().open(Map.of());
  }

  /** A scorer that counts its batches. */
  public static Scorer counting(List<Integer> sizes) {
    return batch -> {
      sizes.add(batch.size());
      return moody().score(batch);
    };
  }
}
