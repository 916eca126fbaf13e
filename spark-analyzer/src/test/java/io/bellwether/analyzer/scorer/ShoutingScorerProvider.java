package io.bellwether.analyzer.scorer;

import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;

/** The example of docs/scorers.md. */
public final class ShoutingScorerProvider implements ScorerProvider {
  @Override
  public String name() {
    return "shouting";
  }

  @Override
  public ConfigDef definition() {
    return new ConfigDef()
        .define(
            "patience",
            ConfigDef.Type.DOUBLE,
            0.5,
            ConfigDef.Importance.LOW,
            "The share of capitals from which a text is a complaint.");
  }

  @Override
  public Scorer open(Map<String, String> settings) {
    double patience = (double) definition().parse(settings).get("patience");
    return batch -> batch.stream().map(one -> score(one.text(), patience)).toList();
  }

  private static Scoring score(String text, double patience) {
    long letters = text.chars().filter(Character::isLetter).count();
    if (letters == 0) {
      return new NotScored("There is no letter in it");
    }
    long capitals = text.chars().filter(Character::isUpperCase).count();
    boolean shouts = capitals >= patience * letters;
    return shouts ? new Probabilities(0.9, 0.1, 0) : new Probabilities(0.1, 0.8, 0.1);
  }
}
