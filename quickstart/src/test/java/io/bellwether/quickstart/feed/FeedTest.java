package io.bellwether.quickstart.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.rows.ManualTime;
import io.bellwether.quickstart.rows.RecordedNotes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedTest {
  @TempDir Path temporary;
  private final ManualTime time = new ManualTime();
  private final RecordedNotes notes = new RecordedNotes();
  private final List<String> said = new ArrayList<>();
  private final Deque<Voice.Answer> answers = new ArrayDeque<>();
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = temporary.resolve("f.csv");
    Files.writeString(file, "id,text\n1,one\n2,\n3\n4,\"two\nlines\"\n6,three\n");
  }

  @Test
  void eachRowIsSaidOnceAtItsMomentAndAllIsCounted() throws InterruptedException {
    Feed feed = feed(10, Long.MAX_VALUE);
    feed.run();

    assertThat(said).containsExactly("one", "two\nlines", "three");
    assertThat(time.waits()).containsExactly(100_000_000L, 100_000_000L);
    assertThat(feed.counts()).isEqualTo("3 posted, 1 skipped, 1 bad rows, in 0.2 s.");
    assertThat(notes.notes())
        .containsExactly(
            file + ":3: skipped, nothing to say", file + ":4: 1 columns where the header has 2");
    assertThat(Feed.count(file)).isEqualTo(5);
  }

  @Test
  void aLimitCountsPosts() throws InterruptedException {
    Feed feed = feed(10, 2);
    feed.run();

    assertThat(feed.counts()).startsWith("2 posted, 1 skipped, 1 bad rows");
  }

  @Test
  void ctrlCStopsAndTheCountsAreThoseUntilThen() throws InterruptedException {
    time.stopAt(Duration.ofMillis(150).toNanos());
    Feed feed = feed(10, Long.MAX_VALUE);
    feed.run();

    assertThat(said).containsExactly("one", "two\nlines");
    assertThat(feed.counts()).startsWith("2 posted");
  }

  @Test
  void whoIsToldToWaitWaitsAndSaysItAgain() throws InterruptedException {
    answers.add(new Voice.Answer.Later(Duration.ofSeconds(3)));
    Feed feed = feed(1_000, 1);
    feed.run();

    assertThat(said).containsExactly("one", "one");
    assertThat(time.waits()).containsExactly(3_000_000_000L);
    assertThat(feed.counts()).startsWith("1 posted, 0 skipped");
  }

  @Test
  void aRefusedTextIsSkipped() throws InterruptedException {
    answers.add(new Voice.Answer.Refused("too long"));
    Feed feed = feed(1_000, Long.MAX_VALUE);
    feed.run();

    assertThat(feed.counts()).startsWith("2 posted, 2 skipped, 1 bad rows");
    assertThat(notes.notes()).contains(file + ":2: skipped, too long");
  }

  @Test
  void anUnknownOutcomeEndsItByNamingTheRow() {
    Feed feed =
        new Feed(
            new Feed.Plan(file, "text", 10, 9),
            text -> {
              throw new IOException("reset");
            },
            notes,
            time);

    assertThatThrownBy(feed::run)
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("f.csv:2: whether this row was posted is not known");
    assertThat(feed.counts()).startsWith("0 posted");
  }

  private Feed feed(double rate, long limit) {
    Voice voice =
        text -> {
          said.add(text);
          return answers.isEmpty() ? new Voice.Answer.Posted() : answers.remove();
        };
    return new Feed(new Feed.Plan(file, "text", rate, limit), voice, notes, time);
  }
}
