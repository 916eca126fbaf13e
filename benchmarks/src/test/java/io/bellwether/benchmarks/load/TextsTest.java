package io.bellwether.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.benchmarks.plain.Judge;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextsTest {
  @Test
  void theSameSeedSaysTheSame() {
    assertThat(said(7)).isEqualTo(said(7)).isNotEqualTo(said(8)).doesNotHaveDuplicates();
  }

  @Test
  void someBecomeAlertsAndSomeDoNot() {
    Judge judge = new Judge();
    assertThat(said(1).stream().map(judge::score).map(Judge::topic))
        .contains("negative-feedback", "positive-feedback", "neutral-feedback")
        .doesNotContain("unscored-feedback");
  }

  private static List<String> said(long seed) {
    Texts texts = new Texts(seed);
    return IntStream.range(0, 100).mapToObj(texts::next).toList();
  }
}
