package io.bellwether.analyzer.scorer.azure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PiecesTest {
  @Test
  void aTextThatIsShortEnoughStaysWhole() {
    assertThat(Pieces.of("It works.", 100_000)).containsExactly("It works.");
  }

  @Test
  void aLongTextIsCutBetweenSentencesAndNothingIsLost() {
    String text = "The portal is down again. Nobody answers! Why? ".repeat(400).strip();
    List<String> pieces = Pieces.of(text, 100_000);

    assertThat(pieces).hasSize(4);
    assertThat(pieces).allMatch(piece -> piece.strip().matches("(?s).*[.!?]"));
    assertThat(String.join("", pieces)).isEqualTo(text);
  }

  @Test
  void aSentenceWithoutEndIsCutInItsMidst() {
    List<String> pieces = Pieces.of("word ".repeat(3_000), 100_000);
    assertThat(pieces).extracting(String::length).containsExactly(5_120, 5_120, 4_760);
  }

  @Test
  void noCharacterIsCutInTwo() {
    assertThat(Pieces.of("🙂".repeat(10_000) + "e\u0301".repeat(10_000), 100_000))
        .allMatch(piece -> !Character.isLowSurrogate(piece.charAt(0)) && piece.charAt(0) != 0x301);
  }

  @Test
  void whatIsBeyondTheLongestTextIsLeftOut() {
    assertThat(Pieces.of("x".repeat(1_000_000), 51_200)).hasSize(10);
  }

  @ParameterizedTest
  @MethodSource("io.bellwether.analyzer.scorer.ScorerContract#strange")
  void noPieceOfAnythingIsTooLong(String text) {
    assertThat(Pieces.of(text, 51_200))
        .allMatch(piece -> piece.length() <= Pieces.LONGEST)
        .hasSizeLessThan(20);
  }

  @Test
  void theBeginningCutsNoCharacterInTwo() {
    assertThat(Pieces.beginning("ab🙂", 3)).isEqualTo("ab");
    assertThat(Pieces.beginning("abcd", 3)).isEqualTo("abc");
    assertThat(Pieces.beginning("abc", 3)).isEqualTo("abc");
  }
}
