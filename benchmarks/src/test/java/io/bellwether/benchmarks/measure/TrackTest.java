package io.bellwether.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrackTest {
  private static final double A_LITTLE = 0.01;

  private final Track track = new Track("way");

  @Test
  void whatArrivesOnceWhereItHasToIsExact() {
    track.expect("a", "here", 1_000, true);
    assertThat(track.isComplete()).isFalse();

    track.arrived("a", "here", 3_500);

    assertThat(track.isComplete()).isTrue();
    assertThat(track.tally()).isEqualTo(new Tally("way", 1, 1, 0, 0, 0));
    assertThat(track.tally().isExact()).isTrue();
    assertThat(track.latency().p50()).isCloseTo(2.5, within());
  }

  @Test
  void lostDoubledMisledAndForeignMessagesAreCounted() {
    for (String id : new String[] {"lost", "doubled", "misled"}) {
      track.expect(id, "here", 0, true);
    }
    track.arrived("doubled", "here", 1);
    track.arrived("doubled", "here", 2);
    track.arrived("misled", "there", 3);
    track.arrived("foreign", "here", 4);

    assertThat(track.tally()).isEqualTo(new Tally("way", 3, 1, 2, 1, 2));
    assertThat(track.tally().isExact()).isFalse();
  }

  @Test
  void theWarmUpIsCountedAndNotTimed() {
    track.expect("warm-up", "here", 0, false);
    track.expect("timed", "here", 0, true);
    track.arrived("warm-up", "here", 900_000);
    track.arrived("timed", "here", 2_000);

    assertThat(track.tally().arrived()).isEqualTo(2);
    assertThat(track.latency().count()).isEqualTo(1);
    assertThat(track.latency().max()).isCloseTo(2, within());
  }

  @Test
  void aPartOfTheWayBeginsWhereTheOneBeforeEnds() {
    Track before = new Track("before");
    before.expect("a", "here", 0, true);
    before.arrived("a", "here", 5_000);
    track.expect("a", "there", 0, true);
    track.arrived("a", "there", 9_000);

    assertThat(track.latencySince(before, "part").p50()).isCloseTo(4, within());
  }

  /** The histogram keeps three digits. */
  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(A_LITTLE);
  }
}
