package io.bellwether.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.analyzer.scorer.NotScored;
import io.bellwether.analyzer.scorer.Probabilities;
import io.bellwether.analyzer.scorer.Scorer;
import io.bellwether.analyzer.scorer.ScorerContract;
import io.bellwether.analyzer.scorer.Scoring;
import io.bellwether.analyzer.scorer.Utterance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network and a tokenizer that the user brings. */
class OwnNetworkTest extends ScorerContract {
  @TempDir static Path folder;

  @Override
  protected Scorer open() {
    return open(Map.of());
  }

  private static Scorer open(Map<String, String> more) {
    try {
      Map<String, String> settings = new HashMap<>();
      settings.put("model", TinyNetwork.write(folder).toString());
      settings.put("tokenizer", TinyNetwork.writeTokenizer(folder).toString());
      settings.put("labels", "positive,negative,neutral");
      settings.put("batch.size", "16");
      settings.putAll(more);
      return new TransformerScorerProvider().open(settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theThreeNumbersAreThoseOfTheLabels() {
    List<Scoring> scorings =
        scorer.score(
            List.of(Utterance.of("Good"), Utterance.of("a bad table"), Utterance.of("bad")));
    assertThat(((Probabilities) scorings.get(0)).positive()).isGreaterThan(0.9);
    assertThat(((Probabilities) scorings.get(2)).negative()).isGreaterThan(0.9);
    Probabilities mixed = (Probabilities) scorings.get(1);
    assertThat(mixed.negative()).isEqualTo(mixed.neutral());
  }

  @Test
  void whatTheNetworkDoesNotKnowGetsAReason() {
    assertThat(scorer.score(List.of(Utterance.of("xyzzy"), Utterance.of("> good"))))
        .hasOnlyElementsOfType(NotScored.class);
  }

  @Test
  void theLanguagesAreThoseThatAreSet() {
    assertThat(scorer.languages()).isEmpty();
    try (Scorer german = open(Map.of("languages", "de,en"))) {
      assertThat(german.languages()).containsExactlyInAnyOrder("de", "en");
    }
  }

  @Test
  void whatCannotBeUsedIsNamedWithItsKey() throws IOException {
    Path text = Files.writeString(folder.resolve("text.onnx"), "this is no network");
    Path notForUs = folder.resolve("e5.onnx");
    try (InputStream in = BuiltIn.class.getResourceAsStream("/e5-small-v2-q.onnx")) {
      Files.write(notForUs, in.readAllBytes());
    }
    assertThatThrownBy(() -> open(Map.of("model", text.toString())))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("model")
        .hasMessageContaining("no network");
    assertThatThrownBy(() -> open(Map.of("model", notForUs.toString())))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("does not answer each text with three numbers");
    assertThatThrownBy(() -> open(Map.of("tokenizer", text.toString())))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("no tokenizer.json");
    assertThatThrownBy(() -> open(Map.of("model", folder.resolve("none").toString())))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("none");
    assertThatThrownBy(() -> open(Map.of("labels", "good,bad,ugly")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("negative, neutral and positive");
    assertThatThrownBy(
            () -> new TransformerScorerProvider().open(Map.of("model", notForUs.toString())))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("tokenizer");
  }
}
