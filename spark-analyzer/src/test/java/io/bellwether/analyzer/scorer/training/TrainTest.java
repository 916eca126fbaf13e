package io.bellwether.analyzer.scorer.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.analyzer.scorer.Probabilities;
import io.bellwether.analyzer.scorer.Scorer;
import io.bellwether.analyzer.scorer.Utterance;
import io.bellwether.analyzer.scorer.data.NamedScorer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainTest {
  private static final List<String> WHERE =
      List.of("the portal", "our cluster", "this page", "billing", "the cli", "that guide");

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void whatItLearnsIsInNoLexiconAndTheSameEachTime() throws IOException {
    Path data = data();
    assertThat(train("data=" + data, "out=" + folder.resolve("a"))).isZero();
    assertThat(train("data=" + data, "out=" + folder.resolve("b"))).isZero();
    assertThat(train("data=" + data, "out=" + folder.resolve("c"), "seed=7")).isZero();

    assertThat(folder.resolve("a")).hasSameBinaryContentAs(folder.resolve("b"));
    assertThat(Files.readAllBytes(folder.resolve("c")))
        .isNotEqualTo(Files.readAllBytes(folder.resolve("a")));
    try (Scorer scorer = NamedScorer.open(folder.resolve("a").toString(), Map.of())) {
      assertThat(score(scorer, "billing is frobnicated again")).isLessThan(0.4);
      assertThat(score(scorer, "billing is splendiferous again")).isGreaterThan(0.6);
    }
    assertThat(out.toString(UTF_8)).contains("Held out", "rows.csv", "Wrote ");
  }

  @Test
  void nearlyTheSameTextCountsOnce() {
    NearDuplicates seen = new NearDuplicates();
    assertThat(seen.isNew("The portal has been down since ten this morning, again and again"))
        .isTrue();
    assertThat(seen.isNew("the portal has been down since ten  this morning, again and again!"))
        .isFalse();
    assertThat(seen.isNew("The portal is up")).isTrue();
    assertThat(seen.isNew("ok")).isTrue();
    assertThat(seen.isNew("OK")).isFalse();
  }

  @Test
  void mistakesAreNamed() throws IOException {
    Path two = Files.writeString(folder.resolve("two.csv"), "text,label\na,negative\nb,positive\n");
    assertThat(train("data=" + two, "out=" + folder.resolve("x"), "holdout=0")).isOne();
    assertThat(train("data=" + data(), "out=" + folder.resolve("no/where"))).isOne();
    assertThat(err.toString(UTF_8))
        .contains("no text that is labelled neutral")
        .contains("Cannot write");
  }

  private Path data() throws IOException {
    StringBuilder rows = new StringBuilder("text,label\n");
    for (int i = 0; i < 40; i++) {
      for (String where : WHERE) {
        String when = " in week " + "abcdefghijklmnopqrstuvwxyz".charAt(i % 26) + "k".repeat(i);
        rows.append(where).append(" is frobnicated").append(when).append(",negative\n");
        rows.append(where).append(" is splendiferous").append(when).append(",positive\n");
        rows.append(where).append(" is rectangular").append(when).append(",neutral\n");
      }
    }
    return Files.writeString(folder.resolve("rows.csv"), rows);
  }

  private int train(String... arguments) {
    return Train.run(
        List.of(arguments), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
  }

  private static double score(Scorer scorer, String text) {
    return ((Probabilities) scorer.score(List.of(Utterance.of(text))).get(0)).score();
  }
}
