package io.bellwether.connect.twitter.source.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.standin.x.Fault;
import io.bellwether.standin.x.Faults;
import io.bellwether.standin.x.Options;
import io.bellwether.standin.x.StreamRule;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class StreamTest {
  private final TaskUnderTest it =
      new TaskUnderTest(Options.defaults().withKeepAlive(Duration.ofMillis(300)));

  @BeforeEach
  void stream() {
    it.config.put("mode", "stream");
    it.config.put("stream.silence.ms", "1500");
  }

  @AfterEach
  void stop() {
    it.close();
  }

  private void pollUntilOpen() {
    it.pollUntil(() -> it.x.streams().open(it.app) == 1);
  }

  private List<String> rules() {
    return it.x.apps().rules(it.app).stream().map(StreamRule::value).toList();
  }

  @Test
  void postsComeLiveAndSearchBringsThoseBefore() {
    it.post("#azure before", 12);
    it.start();
    pollUntilOpen();
    it.x.timeline().post(it.ann, "#azure live");
    it.pollUntil(() -> it.texts().contains("#azure live"));
    it.pollUntil(() -> it.eventIds().size() >= 13);
    it.settle();
    it.pollUntil(
        () -> it.position().containsKey("since_id") && !it.position().containsKey("live_ids"));
    assertThat(it.eventIds()).hasSize(13).doesNotHaveDuplicates();
  }

  @Test
  void searchClosesTheGapOfEachConnectionThatBreaks() {
    it.start();
    for (int round = 0; round < 3; round++) {
      pollUntilOpen();
      it.post("#azure live " + round, 2);
      it.x.streams().drop(it.app);
      it.post("#azure meanwhile " + round, 3);
    }
    it.pollUntil(() -> new HashSet<>(it.eventIds()).size() == 15);
    assertThat(it.eventIds()).doesNotHaveDuplicates();
  }

  @Test
  void aStreamThatIsSilentIsOpenedAnew() {
    it.start();
    pollUntilOpen();
    it.x.streams().stall(it.app);
    it.pollUntil(() -> it.calls(Faults.STREAM).size() >= 2);
    pollUntilOpen();
    it.x.timeline().post(it.ann, "#azure live");
    it.pollUntil(() -> it.texts().contains("#azure live"));
  }

  @Test
  void linesThatAreTwiceOrBrokenChangeNothing() {
    it.start();
    pollUntilOpen();
    it.x.streams().duplicateNext(2);
    it.post("#azure twice", 2);
    it.pollUntil(() -> it.eventIds().size() >= 2);
    it.x.streams().brokenLineNext();
    it.post("#azure after a broken line", 1);
    it.pollUntil(() -> it.eventIds().size() >= 3);
    it.x.streams().disconnect(it.app);
    it.post("#azure after X's own end", 1);
    it.pollUntil(() -> it.eventIds().size() >= 4);
    assertThat(it.eventIds()).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void onlyOurOwnRulesAreAddedAndRemoved() {
    it.x.apps().add(it.app, new StreamRule(1, "cats", "of somebody else"));
    it.x.apps().add(it.app, new StreamRule(2, "#old", "bellwether/x-source/old"));
    it.x.apps().add(it.app, new StreamRule(3, "#other", "bellwether/other/azure"));
    it.start();
    pollUntilOpen();
    assertThat(rules()).containsExactlyInAnyOrder("cats", "#other", "#azure");
    it.kill();
    it.config.put("query.azure", "#azure -is:retweet");
    it.config.put("queries", "azure,cats");
    it.config.put("query.cats", "cats");
    it.start();
    // Not until the stream is open: X may still take that of the dead task for one.
    it.pollUntil(() -> rules().contains("#azure -is:retweet"));
    assertThat(rules()).containsExactlyInAnyOrder("cats", "#other", "#azure -is:retweet");
    it.x.timeline().post(it.ann, "all about cats");
    it.pollUntil(() -> it.texts().contains("all about cats"));
  }

  @Test
  void atTheBoundTheStreamIsClosedAndNothingIsAsked() {
    it.config.put("max.posts.per.day", "12");
    it.start();
    pollUntilOpen();
    it.post("#azure", 5);
    it.pollUntil(() -> it.eventIds().size() == 5);
    it.pollUntil(() -> it.x.streams().open(it.app) == 0);
    int calls = it.x.calls().size();
    it.clock.advance(Duration.ofHours(3));
    it.pollOnce();
    assertThat(it.x.calls()).hasSize(calls);
    it.clock.advance(Duration.ofDays(1));
    pollUntilOpen();
  }

  @Test
  void errorsOfTheConnectAreWaitedOut() {
    it.x.faults().next(2, Faults.STREAM, Fault.status(503));
    it.x.faults().next(1, Faults.STREAM, Fault.connectionReset());
    it.start();
    pollUntilOpen();
    assertThat(it.calls(Faults.STREAM)).hasSizeGreaterThanOrEqualTo(4);
  }
}
