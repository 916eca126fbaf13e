package io.bellwether.connect.slack.source.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Fault;
import io.bellwether.standin.slack.Message;
import io.bellwether.standin.slack.User;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a task waits for, it stops at once. */
@Timeout(120)
class StopTest {
  private final TaskUnderTest it = new TaskUnderTest();

  @AfterEach
  void stop() {
    it.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "auth.test",
        "conversations.list",
        "conversations.history",
        "conversations.replies",
        "users.info",
        "apps.connections.open"
      })
  void aCallThatIsNotAnsweredKeepsNoStopWaiting(String method) {
    it.config.put("slack.timeout.ms", "60000");
    it.config.put("slack.channels", "feedback");
    User ann = it.slack.workspace().person("Ann");
    Channel channel = it.slack.workspace().createChannel("feedback", false);
    it.slack.workspace().join(it.app, channel);
    Message parent = it.slack.workspace().post(ann, channel, "parent");
    it.slack.workspace().reply(ann, parent, "reply");
    it.slack.faults().always(method, Fault.timeout(Duration.ofSeconds(30)));
    it.start("socket");
    it.pollUntil(() -> it.calls(method) > 0);

    Instant begin = Instant.now();
    it.kill();
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(1));
  }
}
