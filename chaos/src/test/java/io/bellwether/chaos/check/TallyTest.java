package io.bellwether.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** That a run which lost or doubled something is told so. */
class TallyTest {
  @Test
  void theSameInAnotherOrderIsExact() {
    Tally tally = Tally.of("ids", List.of("a", "b", "b"), List.of("b", "a", "b"));
    assertThat(tally.isExact()).isTrue();
    assertThat(tally).hasToString("ids: expected 3, found 3, missing 0, doubled 0, unexpected 0");
  }

  @Test
  void whatIsMissingIsNamed() {
    Tally tally = Tally.of("ids", List.of("a", "b", "b"), List.of("b"));
    assertThat(tally.missing()).containsExactly("a", "b");
    assertThat(tally.isExact()).isFalse();
    assertThat(tally.isComplete()).isFalse();
    assertThat(tally.toString()).contains("missing 2").contains("missing: a, b");
  }

  @Test
  void whatCameTwiceIsNamedAndIsStillComplete() {
    Tally tally = Tally.of("ids", List.of("a", "b"), List.of("a", "b", "a", "a"));
    assertThat(tally.surplus()).isEqualTo(Map.of("a", 2));
    assertThat(tally.isComplete()).isTrue();
    assertThat(tally.isExact()).isFalse();
    assertThat(tally.toString()).contains("doubled: a (2)");
  }

  @Test
  void whatNobodyExpectedIsNamed() {
    Tally tally = Tally.of("ids", List.of("a"), List.of("a", "x"));
    assertThat(tally.unexpected()).isEqualTo(Map.of("x", 1));
    assertThat(tally.isExact()).isFalse();
  }

  @Test
  void aLongListIsCut() {
    assertThat(Tally.of("ids", Collections.nCopies(50, "a"), List.of()).toString())
        .endsWith("and 30 more");
  }

  @Test
  void oneViolationIsAVerdict() {
    Verdict verdict = new Verdict().add(true, "this").add(false, "that");
    assertThat(verdict.isKept()).isFalse();
    assertThat(verdict.toString())
        .isEqualTo("VERDICT: VIOLATED\n  ok        this\n  VIOLATED  that");
    assertThat(new Verdict().add(true, "this").isKept()).isTrue();
  }
}
