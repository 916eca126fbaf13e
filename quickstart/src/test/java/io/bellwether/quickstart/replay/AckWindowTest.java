package io.bellwether.quickstart.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AckWindowTest {
  private final AckWindow window = new AckWindow(new Position(0, 9));

  @Test
  void aPositionIsReachedWhenNothingBeforeItIsMissing() throws InterruptedException {
    long first = window.add(new Position(0, 10));
    long second = window.add(new Position(0, 12));
    long third = window.add(new Position(1, 2));
    assertThat(window.acknowledged()).isEqualTo(new Position(0, 9));

    window.settle(second);
    assertThat(window.acknowledged()).isEqualTo(new Position(0, 9));
    window.settle(first);
    assertThat(window.acknowledged()).isEqualTo(new Position(0, 12));
    window.settle(third);
    assertThat(window.acknowledged()).isEqualTo(new Position(1, 2));
  }

  @Test
  void itsPlacesAreUsedAgain() throws InterruptedException {
    for (int i = 1; i <= 400_000; i++) {
      window.settle(window.add(new Position(0, i)));
    }

    assertThat(window.acknowledged()).isEqualTo(new Position(0, 400_000));
  }

  @Test
  void theFirstFailureCounts() {
    window.fail(new IllegalStateException("first"));
    window.fail(new IllegalStateException("second"));

    assertThat(window.failure()).get().extracting(Exception::getMessage).isEqualTo("first");
  }
}
