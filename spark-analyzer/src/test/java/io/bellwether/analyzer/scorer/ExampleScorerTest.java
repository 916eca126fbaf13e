package io.bellwether.analyzer.scorer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The scorer that the documentation shows keeps what every scorer promises. */
class ExampleScorerTest extends ScorerContract {
  private static final Path PAGE = Path.of("..", "docs", "scorers.md");
  private static final Path SOURCE =
      Path.of("src/test/java/io/bellwether/analyzer/scorer/ShoutingScorerProvider.java");

  @Override
  protected Scorer open() {
    return new ShoutingScorerProvider().open(Map.of("patience", "0.7"));
  }

  @Test
  void theDocumentationShowsTheCodeThatIsTested() throws IOException {
    String source = Files.readString(SOURCE, UTF_8);
    assertThat(Files.readString(PAGE, UTF_8))
        .contains("```java\n" + source.substring(source.indexOf("public final class")) + "```");
  }

  @Test
  void itsSettingCounts() {
    assertThat(scorer.score(List.of(Utterance.of("WHY is it slow"), Utterance.of("WHY NOT"))))
        .containsExactly(new Probabilities(0.1, 0.8, 0.1), new Probabilities(0.9, 0.1, 0));
  }
}
