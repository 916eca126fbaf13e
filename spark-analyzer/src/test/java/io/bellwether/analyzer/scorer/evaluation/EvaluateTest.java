package io.bellwether.analyzer.scorer.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path data;

  @BeforeEach
  void write() throws IOException {
    data =
        Files.writeString(
            folder.resolve("data.csv"),
            """
            text,label
            this is awful and useless,negative
            I love it <3,positive
            the meeting is at ten,neutral
            a wonderful <b>mess</b> of terrible errors,positive
            """);
  }

  @Test
  void jsonIsOneObjectWithTheFigures() throws IOException {
    assertThat(evaluate("json=true", "suggest=0.9", "negative=0.2", "positive=0.95")).isZero();
    String text = out.toString(UTF_8);
    assertThat(text.lines()).hasSize(1);
    JsonNode json = new ObjectMapper().readTree(text);
    assertThat(json.path("accuracy").doubleValue()).isEqualTo(0.75);
    assertThat(json.path("macro_f1").doubleValue()).isBetween(0.7, 0.8);
    assertThat(json.path("auc").doubleValue()).isEqualTo(1);
    assertThat(json.path("texts_per_second").doubleValue()).isPositive();
    assertThat(json.path("unscored").intValue()).isZero();
    JsonNode negative = json.path("routes").path("negative");
    assertThat(negative.path("threshold").doubleValue()).isEqualTo(0.2);
    assertThat(negative.path("count").intValue()).isEqualTo(2);
    assertThat(negative.path("precision").doubleValue()).isEqualTo(0.5);
    assertThat(negative.path("recall").doubleValue()).isEqualTo(1);
    assertThat(json.path("suggested").path("negative").path("count").intValue()).isEqualTo(1);
  }

  @Test
  void thePageShowsTextsAsTextAndRunsNothing() throws IOException {
    Path page = folder.resolve("report.html");
    assertThat(evaluate("report=" + page)).isZero();
    assertThat(page)
        .content()
        .contains("<svg", "<circle", "a wonderful &lt;b&gt;mess&lt;/b&gt;")
        .doesNotContain("<script");
    assertThat(out.toString(UTF_8)).contains("macro-F1", "negative <= 0.3", "worst mistakes");
  }

  @Test
  void aTextWithoutScoreIsCountedApart() throws IOException {
    Files.writeString(data, "text,label\nthis text is refused: boom,negative\nfine,positive\n");
    assertThat(evaluate("json=true", "scorer=moody")).isZero();
    JsonNode json = new ObjectMapper().readTree(out.toString(UTF_8));
    assertThat(json.path("unscored").intValue() + json.path("texts").intValue()).isEqualTo(2);
    assertThat(json.path("auc").isNull() || json.path("auc").isNumber()).isTrue();
  }

  @Test
  void mistakesOfTheCallerAreNamed() {
    assertThat(evaluate("scorer=oracle")).isOne();
    assertThat(evaluate("negative=2")).isOne();
    assertThat(evaluate("tresholds=1")).isOne();
    assertThat(evaluate("scorer.lexicon.words=meh")).isOne();
    assertThat(err.toString(UTF_8))
        .contains("No scorer 'oracle'. There are: azure, lexicon")
        .contains("negative=2 is no number from 0.0 to 1.0")
        .contains("No such argument: 'tresholds=1'")
        .contains("scorer.lexicon.*:");
  }

  private int evaluate(String... arguments) {
    List<String> all = new ArrayList<>(List.of("data=" + data, "scorer=lexicon"));
    all.addAll(List.of(arguments));
    return Evaluate.run(all, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
  }
}
