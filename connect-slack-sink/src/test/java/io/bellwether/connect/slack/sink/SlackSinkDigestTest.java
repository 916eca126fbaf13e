package io.bellwether.connect.slack.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Fault;
import io.bellwether.standin.slack.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A burst of alerts, through the REST interface of a real worker. */
@Timeout(120)
class SlackSinkDigestTest extends SinkScenario {
  @Test
  void aBurstIsPostedInATenthOfTheCallsAndEachAlertOnce() {
    Channel channel = topicAndChannel("burst");
    connect.produce("burst", ids("e", 0, 700));
    connect.produce("burst", ids("e", 100, 200));
    Map<String, String> config = config("burst");
    config.put("post.interval.ms", "50");
    connect.submit("burst", config);
    await().atMost(LONG).until(() -> connect.offset("burst") == 800);
    assertThat(posted(channel)).containsExactly(ids("e", 0, 700));
    assertThat(slack.calls()).hasSizeLessThanOrEqualTo(70);

    List<Message> digests =
        slack.workspace().messages(channel).stream()
            .filter(message -> message.details().blocks() != null)
            .toList();
    assertThat(digests)
        .isNotEmpty()
        .allSatisfy(
            digest -> {
              assertThat(digest.details().blocks().size()).isLessThanOrEqualTo(50);
              assertThat(digest.text()).contains("about e");
            });
    connect.delete("burst");
  }

  @Test
  void adjacentAlertsGoThroughWhenOneOfADigestIsRefused() {
    Channel channel = topicAndChannel("refused");
    Map<String, String> config = config("refused");
    config.put("digest.above", "0");
    config.put("errors.tolerance", "all");
    config.put("errors.deadletterqueue.topic.name", "refused-dlq");
    config.put("errors.deadletterqueue.topic.replication.factor", "1");
    config.put("errors.deadletterqueue.context.headers.enable", "true");
    connect.submit("refused", config);
    // All 12 wait when the first call ends: one message, then its halves, down to one alert.
    slack.faults().always(POST, Fault.apiError("internal_error"));
    connect.produce("refused", ids("e", 0, 12));
    await().atMost(LONG).until(() -> calls(POST).size() > 5);
    slack.faults().clear();
    slack.faults().next(4, POST, Fault.apiError("invalid_blocks"));

    assertThat(connect.deadLetters("refused-dlq", 1, "__connect.errors.exception.message"))
        .singleElement()
        .asString()
        .contains("refused-0@0", "invalid_blocks");
    awaitPosted(channel, ids("e", 1, 12));
    await().atMost(LONG).until(() -> connect.offset("refused") == 12);
    connect.delete("refused");
  }

  @Test
  void aDigestWhoseAnswerIsLostIsFoundAsAWhole() {
    Channel channel = topicAndChannel("lost");
    Map<String, String> config = config("lost");
    config.put("slack.timeout.ms", "500");
    connect.produce("lost", ids("e", 0, 60));
    connect.submit("lost", config);
    slack.faults().next(3, POST, Fault.postedButTimeout(Duration.ofSeconds(2)));
    connect.produce("lost", ids("e", 60, 120));
    await().atMost(LONG).until(() -> connect.offset("lost") == 120);
    assertThat(posted(channel)).containsExactly(ids("e", 0, 120));
    connect.delete("lost");
  }
}
