package io.bellwether.quickstart.page.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.quickstart.page.console.Bucket.Column;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private final Timeline timeline = new Timeline();

  @Test
  void whatHappensIsCountedWhereItHappened() {
    timeline.count(11_999, Column.SAID);
    timeline.count(10_000, Column.SAID);
    timeline.count(12_000, Column.POSTED);

    assertThat(timeline.all()).hasSize(2);
    Bucket first = timeline.all().get(0);
    assertThat(first.json()).startsWith(10L, 2L, 0L).hasSize(Column.values().length + 1);
    assertThat(first.get(Column.P50)).as("not measured").isNull();
    assertThat(timeline.all().get(1).get(Column.POSTED)).isEqualTo(1);
  }

  @Test
  void anHourIsKept() {
    for (long second = 0; second < 3 * 3_600; second++) {
      timeline.count(second * 1_000, Column.SAID);
    }
    assertThat(timeline.all()).hasSize(3_600 / Timeline.STEP);
    timeline.count(0, Column.SAID);
    assertThat(timeline.all()).as("too old").hasSize(3_600 / Timeline.STEP);
  }

  @Test
  void onlyWhatHasChangedIsTold() {
    timeline.count(1_000, Column.SAID);
    timeline.count(5_000, Column.SAID);
    assertThat(timeline.changes(10)).hasSize(2);
    assertThat(timeline.changes(10)).isEmpty();
    timeline.count(1_000, Column.SAID);
    assertThat(timeline.changes(10)).singleElement().satisfies(b -> assertSaid(b, 2));
  }

  @Test
  void theLargestOfABucketIsKept() {
    timeline.most(1_000, Column.BATCH, 5);
    timeline.most(1_100, Column.BATCH, 3);
    timeline.most(1_200, Column.BATCH, 7);
    assertThat(timeline.all().get(0).get(Column.BATCH)).isEqualTo(7);
  }

  private static void assertSaid(Bucket bucket, long said) {
    assertThat(bucket.get(Column.SAID)).isEqualTo(said);
  }
}
