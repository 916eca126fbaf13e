package io.bellwether.connect.slack.source.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.connect.slack.source.api.WindowPage;
import io.bellwether.connect.slack.source.offset.SlackPosition;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadWatchTest {
  private static final String LATEST = "1900000000.000000";
  private static final Instant NEXT = Instant.parse("2026-11-01T00:00:00Z");
  private final SlackPosition position = SlackPosition.at("1700000000.000000");

  private static ThreadWatch watch(boolean replies, boolean changes) {
    return new ThreadWatch("C1", new Watching(1_000, replies, changes, false), null);
  }

  private static WindowPage page(String ts, int replies, String latest) {
    return new WindowPage(List.of(new WindowPage.Shown(ts, false, replies, latest)), List.of(), "");
  }

  @Test
  void theWindowMovesWithTheRounds() {
    assertThat(watch(true, false).nextLook(position, LATEST, false).oldest())
        .isEqualTo("1699999000.000000");
  }

  @Test
  void withoutRoundsTheWindowMovesWithTheLooks() {
    SlackPosition looked = position.with(position.changes().withLook("0", "1700005000.000000"));
    assertThat(watch(false, true).nextLook(looked, LATEST, false).oldest())
        .isEqualTo("1700004000.000000");
  }

  @Test
  void onlyAThreadThatIsNewerThanTheMarkIsRead() {
    ThreadWatch watch = watch(true, false);
    watch.nextLook(position, LATEST, false);
    watch.accept(page("1699999500.000000", 2, "1699999900.000000"), position, 5, NEXT);
    assertThat(watch.hasChanged()).isFalse();
    assertThat(watch.lookDue()).isEqualTo(NEXT);

    watch.nextLook(position, LATEST, false);
    watch.accept(page("1699999500.000000", 3, "1700000010.000000"), position, 5, NEXT);
    assertThat(watch.hasChanged()).isTrue();
    assertThat(watch.lookDue()).as("not before the thread is read").isEqualTo(Instant.MAX);
    assertThat(watch.nextReplies(position.replies()).parent()).isEqualTo("1699999500.000000");
  }

  @Test
  void aRoundEndsBeforeTheNewestThatSlackHadShown() {
    ThreadWatch watch = watch(true, false);
    watch.nextLook(position, LATEST, false);
    assertThat(watch.accept(page("1700000100.000000", 0, ""), position, 5, NEXT))
        .containsExactly(new Step.RoundBegun("1700000095.000000"), new Step.RoundDone());
  }

  @Test
  void aGapThatIsNoticedDuringALookIsLookedAtAgain() {
    ThreadWatch watch = watch(true, false);
    watch.nextLook(position, LATEST, false);
    watch.want();
    watch.accept(page("1700000100.000000", 0, ""), position, 5, NEXT);
    assertThat(watch.lookDue()).isEqualTo(Instant.MIN);
  }
}
