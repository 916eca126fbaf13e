package io.bellwether.analyzer.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every scorer promises whatever is said to it: a score or a reason, never an exception, and
 * the same in any batch and order. A scorer's test extends this.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ScorerContract {
  private static final int FUZZED = 10_000;
  private static final String[] PARTS = {
    "good", "not", "bad", " ", " ", "\n", "!", "?", ".", ":)", ":-", "`", "```", "<!--", "-->", ">",
    "@", "://", "'", "’", "🙂", "\uD83D", "\uDE42", "é", "ل", "\u0000", "0", "AAAA", "\uFE0F", "你"
  };

  /** The one that all tests use. */
  protected Scorer scorer;

  /** Opens one; each call gives another that is set up alike. */
  protected abstract Scorer open();

  /** How many texts are made up of odd pieces; fewer if the scorer is slow. */
  protected int fuzzed() {
    return FUZZED;
  }

  /** How many fuzzed texts are scored again, one by one and in another order; fewer if slow. */
  protected int repeated() {
    return fuzzed();
  }

  @BeforeAll
  final void openScorer() {
    scorer = open();
  }

  @AfterAll
  final void closeScorer() {
    scorer.close();
  }

  static List<String> strange() {
    return List.of(
        "",
        " \n\t",
        "a".repeat(1_000_000),
        "it is bad, ".repeat(100_000),
        "`".repeat(100_000) + "(".repeat(500_000),
        "<!--".repeat(100_000),
        "\n>".repeat(100_000),
        "🙂😡🎉👎🏽👨‍👩‍👧‍👦🇨🇭",
        ":) :( ;-) <3 \\o/",
        "Привет, schön, 你好, مرحبا, नमस्ते, good",
        "\uD83D alone \uDE42 and the other way \uDE42\uD83D",
        "\uD83D".repeat(50_000),
        "\u0000\u0001\u001b[31mred\u0007\uFFFE\uFFFF",
        "<p>This <b>is</b> <script>alert('x')</script>&lt;fine&gt;</p>",
        "\u202Eהכול בסדר\u202C ok \u200F\u200B\uFEFF",
        "''''''''’’’’' ' 'tis @ @@ @- http:// ://",
        "0".repeat(5_000) + "İıſßŉ".repeat(2_000));
  }

  @ParameterizedTest
  @MethodSource("strange")
  void whateverIsSaidGetsAScoreOrAReason(String text) {
    assertThat(scorer.score(List.of(Utterance.of(text)))).hasSize(1).doesNotContainNull();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void whateverTheLanguageIsCalledThereIsAScoreOrAReason(String language) {
    Utterance said = new Utterance("it is good", Optional.of(language));
    assertThat(scorer.score(List.of(said))).hasSize(1).doesNotContainNull();
  }

  static List<String> languages() {
    return List.of("", "-", "en", "EN-us", "und", "zxx", "de-CH", "zh-Hant-TW", "x".repeat(10_000));
  }

  @Test
  void fuzzedTextsGetTheSameInAnyOrderAndBatch() {
    Random random = new Random(7);
    List<Utterance> texts =
        IntStream.range(0, fuzzed()).mapToObj(i -> Utterance.of(fuzzed(random))).toList();
    List<Scoring> together = scorer.score(texts);
    assertThat(together).hasSize(fuzzed()).doesNotContainNull();
    assertThat(together).hasAtLeastOneElementOfType(Probabilities.class);

    List<Integer> order = new ArrayList<>(IntStream.range(0, repeated()).boxed().toList());
    Collections.shuffle(order, random);
    try (Scorer another = open()) {
      for (int i : order) {
        assertThat(another.score(List.of(texts.get(i)))).containsExactly(together.get(i));
      }
    }
    List<Utterance> shuffled = order.stream().map(texts::get).toList();
    assertThat(scorer.score(shuffled)).isEqualTo(order.stream().map(together::get).toList());
  }

  private static String fuzzed(Random random) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(60); left > 0; left--) {
      boolean known = random.nextInt(4) > 0;
      text.append(
          known ? PARTS[random.nextInt(PARTS.length)] : "" + (char) random.nextInt(0x10000));
    }
    return text.toString();
  }

  @Test
  void severalThreadsGetTheSameAnswers() {
    List<Utterance> texts =
        IntStream.range(0, 50).mapToObj(i -> Utterance.of("it is good, not bad " + i)).toList();
    List<Scoring> alone = scorer.score(texts);
    assertThat(IntStream.range(0, 20).parallel().mapToObj(i -> scorer.score(texts)).toList())
        .allSatisfy(answers -> assertThat(answers).isEqualTo(alone));
  }
}
