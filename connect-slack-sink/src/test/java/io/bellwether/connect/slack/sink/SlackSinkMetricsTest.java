package io.bellwether.connect.slack.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Fault;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The metrics of a task, as the worker publishes them. */
@Timeout(120)
class SlackSinkMetricsTest extends SinkScenario {
  private static final MBeanServer JMX = ManagementFactory.getPlatformMBeanServer();

  private static double metric(String connector, String name) throws JMException {
    Set<ObjectName> beans =
        JMX.queryNames(
            new ObjectName("kafka.connect:type=plugins,connector=\"" + connector + "\",*"), null);
    if (beans.isEmpty()) {
      beans =
          JMX.queryNames(
              new ObjectName("kafka.connect:type=plugins,connector=" + connector + ",*"), null);
    }
    for (ObjectName bean : beans) {
      for (var attribute : JMX.getMBeanInfo(bean).getAttributes()) {
        if (attribute.getName().equals(name)) {
          return ((Number) JMX.getAttribute(bean, name)).doubleValue();
        }
      }
    }
    throw new AssertionError("No metric " + name + " in " + beans);
  }

  @Test
  void theyTellWhatWasPostedJoinedSkippedRefusedAndHowSlackIs() throws JMException {
    Channel channel = topicAndChannel("meters");
    connect.topic("meters-unknown");
    Map<String, String> config = config("");
    config.remove("topics");
    config.put("topics.regex", "meters(-unknown)?");
    config.put("digest.above", "1");
    config.put("errors.tolerance", "all");
    config.put("errors.log.enable", "true");
    connect.submit("meters", config);
    slack.forgetCalls();
    slack.faults().always(POST, Fault.rateLimited(Duration.ofSeconds(1)));
    connect.produce("meters", ids("e", 0, 10));
    await().atMost(LONG).until(() -> metric("meters", "requests-limited-total") > 0);
    await().atMost(LONG).until(() -> metric("meters", "alerts-waiting") == 10);
    await().atMost(LONG).until(() -> metric("meters", "lag-seconds") > 0);
    await().atMost(LONG).until(() -> metric("meters", "seconds-since-last-success") > 0);
    slack.faults().clear();
    connect.produce("meters", ids("e", 0, 3));
    connect.produce("meters-unknown", "u1", "u2");
    await().atMost(LONG).until(() -> connect.offset("meters") == 15);

    assertThat(posted(channel)).containsExactly(ids("e", 0, 10));
    assertThat(metric("meters", "alerts-posted-total")).isEqualTo(10);
    assertThat(metric("meters", "messages-posted-total")).isBetween(1.0, 9.0);
    assertThat(metric("meters", "alerts-digested-total")).isBetween(2.0, 10.0);
    assertThat(metric("meters", "repeats-skipped-total")).isEqualTo(3);
    assertThat(metric("meters", "alerts-dead-total")).isEqualTo(2);
    assertThat(metric("meters", "channels-read-back-total")).isPositive();
    assertThat((long) metric("meters", "requests-total")).isEqualTo(slack.calls().size());
    assertThat(metric("meters", "alerts-waiting")).isZero();
    assertThat(metric("meters", "lag-seconds")).isZero();
    connect.delete("meters");
  }

  @Test
  void aTokenThatIsRevokedWhileThereIsNothingToPostFailsTheTaskWithinAMinute() {
    topicAndChannel("idle");
    connect.submit("idle", config("idle"));
    slack.workspace().revoke(app, io.bellwether.standin.slack.Caller.Kind.BOT);
    assertThat(connect.awaitFailure("idle")).contains("token_revoked", "slack.bot.token");
    connect.delete("idle");
  }
}
