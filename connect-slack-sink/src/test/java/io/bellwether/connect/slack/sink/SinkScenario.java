package io.bellwether.connect.slack.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.standin.slack.App;
import io.bellwether.standin.slack.Call;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Message;
import io.bellwether.standin.slack.Options;
import io.bellwether.standin.slack.SlackStandIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** A worker that all these tests share, and for each a Slack of its own. */
@ExtendWith(SinkScenario.Ends.class)
abstract class SinkScenario {
  static final String POST = "chat.postMessage";
  static final Duration LONG = Duration.ofSeconds(60);
  static final SinkCluster connect = SinkCluster.shared();

  /**
   * Has the worker closed after the last test. A shutdown hook would race with the worker's own,
   * which waits for a broker that is gone.
   */
  static final class Ends implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
      context.getRoot().getStore(Namespace.GLOBAL).put(SinkCluster.class, connect);
    }
  }

  SlackStandIn slack =
      SlackStandIn.start(Options.defaults().withRateLimits(false).withPostingLimit(false));
  final App app = slack.workspace().app("bellwether");

  @AfterEach
  void stopSlack() {
    slack.close();
  }

  final Map<String, String> config(String topics) {
    return new HashMap<>(
        Map.of(
            "connector.class", "SlackSinkConnector",
            "tasks.max", "1",
            "topics", topics,
            "slack.bot.token", app.botToken(),
            "slack.api.url", slack.webApiUrl().toString(),
            "slack.timeout.ms", "2000",
            "post.interval.ms", "0",
            "retry.backoff.ms", "10"));
  }

  /** A topic, and a channel of its name that the app is in. */
  final Channel topicAndChannel(String name) {
    connect.topic(name);
    Channel channel = slack.workspace().createChannel(name, false);
    slack.workspace().join(app, channel);
    return channel;
  }

  static String[] ids(String prefix, int from, int to) {
    return IntStream.range(from, to).mapToObj(each -> prefix + each).toArray(String[]::new);
  }

  /** The event ids in a channel, oldest first, as the messages' metadata names them. */
  final List<String> posted(Channel channel) {
    List<String> ids = new ArrayList<>();
    for (Message message : slack.workspace().messages(channel)) {
      if (message.metadata() != null) {
        message
            .metadata()
            .get("event_payload")
            .get("alerts")
            .forEach(alert -> ids.add(alert.get("event_id").asText()));
      }
    }
    return ids;
  }

  final void awaitPosted(Channel channel, String... ids) {
    await().atMost(LONG).untilAsserted(() -> assertThat(posted(channel)).containsExactly(ids));
  }

  final List<Call> calls(String method) {
    return slack.calls().stream().filter(call -> call.method().equals(method)).toList();
  }
}
