package io.bellwether.connect.slack.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.standin.slack.Channel;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Starts, stops and rebalances, in a real worker against the stand-in, through the REST interface.
 */
@Timeout(120)
class SlackSinkLifecycleTest extends SinkScenario {
  @Test
  void everyAlertIsInItsChannelOnceThroughPauseRestartStopAndDelete() {
    Channel bad = topicAndChannel("bad");
    Channel good = topicAndChannel("good");
    connect.submit("life", config("bad,good"));
    connect.produce("bad", ids("b", 0, 20));
    connect.produce("good", ids("g", 0, 20));
    awaitPosted(bad, ids("b", 0, 20));
    awaitPosted(good, ids("g", 0, 20));

    connect.pause("life");
    connect.produce("bad", ids("b", 20, 25));
    connect.resume("life");
    awaitPosted(bad, ids("b", 0, 25));

    connect.restart("life");
    connect.produce("good", ids("g", 20, 25));
    awaitPosted(good, ids("g", 0, 25));

    connect.stop("life");
    assertThat(connect.offset("life")).isEqualTo(50);
    connect.produce("bad", ids("b", 25, 30));
    connect.resume("life");
    awaitPosted(bad, ids("b", 0, 30));

    connect.delete("life");
    connect.produce("bad", ids("b", 30, 35));
    connect.submit("life", config("bad,good"));
    awaitPosted(bad, ids("b", 0, 35));
    awaitPosted(good, ids("g", 0, 25));
    connect.delete("life");
  }

  @Test
  void aStopInTheMiddleOfABacklogRepeatsNothing() {
    Channel channel = topicAndChannel("backlog");
    Map<String, String> config = config("backlog");
    config.put("post.interval.ms", "20");
    config.put("digest.above", "1000");
    connect.submit("backlog", config);
    connect.produce("backlog", ids("e", 0, 400));
    for (int part = 1; part <= 3; part++) {
      int some = part * 10;
      await().atMost(LONG).until(() -> posted(channel).size() >= some);
      connect.stop("backlog");
      assertThat(connect.offset("backlog")).isEqualTo(posted(channel).size()).isLessThan(400);
      connect.resume("backlog");
    }
    awaitPosted(channel, ids("e", 0, 400));
    connect.delete("backlog");
  }

  @Test
  void whenTasksComeAndGoNothingIsMissingOrRepeated() {
    connect.topic("shared", 4);
    Channel channel = slack.workspace().createChannel("shared", false);
    slack.workspace().join(app, channel);
    Map<String, String> config = config("shared");
    config.put("post.interval.ms", "10");
    config.put("digest.above", "1000");
    connect.produce("shared", ids("e", 0, 200));
    for (int round = 0; round < 4; round++) {
      config.put("tasks.max", round % 2 == 0 ? "1" : "3");
      int some = (round + 1) * 25;
      connect.submit("shared", config);
      await().atMost(LONG).until(() -> posted(channel).size() >= some);
    }
    await()
        .atMost(LONG)
        .untilAsserted(
            () -> assertThat(posted(channel)).containsExactlyInAnyOrder(ids("e", 0, 200)));
    connect.delete("shared");
  }

  @Test
  void offsetsCanBeAlteredAndReset() {
    Channel channel = topicAndChannel("offsets");
    Map<String, String> config = config("offsets");
    config.put("read.back.enabled", "false");
    connect.submit("offsets", config);
    connect.produce("offsets", "a", "b", "c");
    awaitPosted(channel, "a", "b", "c");
    connect.stop("offsets");
    connect.alterOffset("offsets", "offsets", 2);
    connect.resume("offsets");
    awaitPosted(channel, "a", "b", "c", "c");
    connect.stop("offsets");
    connect.resetOffsets("offsets");
    connect.resume("offsets");
    awaitPosted(channel, "a", "b", "c", "c", "a", "b", "c");
    connect.delete("offsets");
  }

  @Test
  void aRepeatAtANewOffsetIsDeliveredButNotPosted() {
    Channel channel = topicAndChannel("repeats");
    connect.submit("repeats", config("repeats"));
    connect.produce("repeats", "a", "b", "a", "b", "c", "a");
    awaitPosted(channel, "a", "b", "c");
    await().atMost(LONG).until(() -> connect.offset("repeats") == 6);
    assertThat(posted(channel)).containsExactly("a", "b", "c");
    connect.delete("repeats");
  }
}
