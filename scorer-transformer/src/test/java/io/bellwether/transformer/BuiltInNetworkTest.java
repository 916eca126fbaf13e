package io.bellwether.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.analyzer.scorer.Probabilities;
import io.bellwether.analyzer.scorer.Scorer;
import io.bellwether.analyzer.scorer.ScorerContract;
import io.bellwether.analyzer.scorer.ScorerProviders;
import io.bellwether.analyzer.scorer.Utterance;
import io.bellwether.analyzer.scorer.data.Label;
import io.bellwether.analyzer.scorer.data.Labelled;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The network that comes with the jar, and what was trained on top of it. */
class BuiltInNetworkTest extends ScorerContract {
  /** All 10,000 take minutes: {@code -Dbellwether.fuzzed=10000}. */
  private static final int FUZZED = Integer.getInteger("bellwether.fuzzed", 150);

  @Override
  protected Scorer open() {
    return ScorerProviders.named("transformer").orElseThrow().open(Map.of());
  }

  @Override
  protected int fuzzed() {
    return FUZZED;
  }

  @Override
  protected int repeated() {
    return FUZZED / 3;
  }

  @Test
  void complaintsAreNegativeAndPraiseIsPositive() {
    assertThat(score("Azure is down again, this is unacceptable")).isLessThan(0.3);
    assertThat(score("It crashes all the time and nobody answers, I hate it")).isLessThan(0.3);
    assertThat(score("I love the new portal, great work")).isGreaterThan(0.9);
    assertThat(score("The build runs at 10:30 on the new server")).isBetween(0.3, 0.9);
  }

  @Test
  void whatIsTrainedOnTopOfItTellsNewWords(@TempDir Path folder) throws IOException {
    List<Labelled> rows = new ArrayList<>();
    for (String where : List.of("portal", "billing", "export", "search", "login")) {
      rows.add(new Labelled("the " + where + " is broken and slow", Label.NEGATIVE));
      rows.add(new Labelled("the " + where + " is documented on page 3", Label.NEUTRAL));
      rows.add(new Labelled("the " + where + " is a joy to use", Label.POSITIVE));
    }
    Path file = folder.resolve("my.head");
    try (OutputStream out = Files.newOutputStream(file)) {
      TrainHead.head(rows).write(out);
    }
    try (Scorer own = new TransformerScorerProvider().open(Map.of("head", file.toString()))) {
      assertThat(score(own, "the dashboard is broken")).isLessThan(0.4);
      assertThat(score(own, "the dashboard is a joy")).isGreaterThan(0.6);
    }
    Files.writeString(file, "this is no head");
    assertThatThrownBy(() -> new TransformerScorerProvider().open(Map.of("head", file.toString())))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("no head");
  }

  private double score(String text) {
    return score(scorer, text);
  }

  private static double score(Scorer scorer, String text) {
    return ((Probabilities) scorer.score(List.of(Utterance.of(text))).get(0)).score();
  }
}
