package io.bellwether.connect.slack.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.standin.slack.App;
import io.bellwether.standin.slack.Call;
import io.bellwether.standin.slack.Caller;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Fault;
import io.bellwether.standin.slack.Message;
import io.bellwether.standin.slack.Options;
import io.bellwether.standin.slack.SlackStandIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The connector in a real worker against the stand-in, through the REST interface. */
@Timeout(120)
class SlackSinkLifecycleTest {
  private static final String POST = "chat.postMessage";
  private static final Duration LONG = Duration.ofSeconds(30);
  private static SinkCluster connect;

  private SlackStandIn slack =
      SlackStandIn.start(Options.defaults().withRateLimits(false).withPostingLimit(false));
  private final App app = slack.workspace().app("bellwether");

  @BeforeAll
  static void startCluster() {
    connect = new SinkCluster();
  }

  @AfterAll
  static void stopCluster() {
    connect.close();
  }

  @AfterEach
  void stopSlack() {
    slack.close();
  }

  private Map<String, String> config(String topics) {
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
  private Channel topicAndChannel(String name) {
    connect.topic(name);
    Channel channel = slack.workspace().createChannel(name, false);
    slack.workspace().join(app, channel);
    return channel;
  }

  private static String[] ids(String prefix, int from, int to) {
    return IntStream.range(from, to).mapToObj(each -> prefix + each).toArray(String[]::new);
  }

  /** The event ids in a channel, oldest first, as the messages' metadata names them. */
  private List<String> posted(Channel channel) {
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

  private void awaitPosted(Channel channel, String... ids) {
    await().atMost(LONG).untilAsserted(() -> assertThat(posted(channel)).containsExactly(ids));
  }

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
    connect.submit("backlog", config);
    connect.produce("backlog", ids("e", 0, 100));
    for (int part = 1; part <= 3; part++) {
      int some = part * 10;
      await().atMost(LONG).until(() -> posted(channel).size() >= some);
      connect.stop("backlog");
      assertThat(connect.offset("backlog")).isEqualTo(posted(channel).size()).isLessThan(100);
      connect.resume("backlog");
    }
    awaitPosted(channel, ids("e", 0, 100));
    connect.delete("backlog");
  }

  @Test
  void whenTasksComeAndGoNothingIsMissingOrRepeated() {
    connect.topic("shared", 4);
    Channel channel = slack.workspace().createChannel("shared", false);
    slack.workspace().join(app, channel);
    Map<String, String> config = config("shared");
    config.put("post.interval.ms", "10");
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
    connect.submit("offsets", config("offsets"));
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

  @Test
  void noCallIsMadeInsideARetryAfter() {
    Channel one = topicAndChannel("limited-1");
    Channel two = topicAndChannel("limited-2");
    Map<String, String> config = config("limited-1,limited-2");
    config.put("post.interval.ms", "1000");
    connect.submit("limited", config);
    slack.faults().next(2, POST, Fault.rateLimited(Duration.ofSeconds(2)));
    connect.produce("limited-1", "a", "b");
    connect.produce("limited-2", "c");
    awaitPosted(one, "a", "b");
    awaitPosted(two, "c");
    List<Call> posts = slack.calls().stream().filter(call -> call.method().equals(POST)).toList();
    assertThat(posts).filteredOn(call -> call.retryAfterSeconds() != null).hasSize(2);
    for (int i = 1; i < posts.size(); i++) {
      Call before = posts.get(i - 1);
      if (before.retryAfterSeconds() != null) {
        assertThat(posts.get(i).at())
            .isAfterOrEqualTo(before.at().plusSeconds(before.retryAfterSeconds()));
      }
    }
    connect.delete("limited");
  }

  @Test
  void slacksOwnPostingLimitIsNeverMet() {
    slack.close();
    slack = SlackStandIn.start(Options.defaults());
    App mine = slack.workspace().app("bellwether");
    connect.topic("paced");
    Channel channel = slack.workspace().createChannel("paced", false);
    slack.workspace().join(mine, channel);
    Map<String, String> config = config("paced");
    config.remove("post.interval.ms");
    config.put("slack.bot.token", mine.botToken());
    connect.produce("paced", ids("e", 0, 6));
    connect.submit("paced", config);
    awaitPosted(channel, ids("e", 0, 6));
    assertThat(slack.calls()).noneMatch(call -> call.status() == 429);
    connect.delete("paced");
  }

  @Test
  void troubleAtSlackIsWaitedOut() {
    Channel channel = topicAndChannel("trouble");
    connect.submit("trouble", config("trouble"));
    slack
        .faults()
        .next(2, POST, Fault.serverError(500))
        .next(1, POST, Fault.connectionReset())
        .next(1, POST, Fault.apiError("internal_error"))
        .next(1, POST, Fault.timeout(Duration.ofMillis(50)));
    connect.produce("trouble", "a", "b");
    awaitPosted(channel, "a", "b");
    assertThat(connect.taskState("trouble")).isEqualTo("RUNNING");
    connect.delete("trouble");
  }

  @Test
  void anUnknownChannelFillsTheDeadLetterQueueWhileTheOthersFlow() {
    Channel known = topicAndChannel("dead-known");
    connect.topic("dead-unknown");
    connect.topic("dead-closed");
    slack.workspace().createChannel("dead-closed", false);
    Map<String, String> config = config("");
    config.remove("topics");
    config.put("topics.regex", "dead-(known|unknown|closed)");
    config.put("errors.tolerance", "all");
    config.put("errors.deadletterqueue.topic.name", "the-dlq");
    config.put("errors.deadletterqueue.topic.replication.factor", "1");
    config.put("errors.deadletterqueue.context.headers.enable", "true");
    connect.submit("dead", config);
    connect.produce("dead-unknown", "u1", "u2");
    connect.produce("dead-closed", "n1");
    connect.produce("dead-known", "k1", "k2");

    awaitPosted(known, "k1", "k2");
    List<String> reasons = connect.deadLetters("the-dlq", 3, "__connect.errors.exception.message");
    assertThat(reasons).filteredOn(reason -> reason.contains("channel_not_found")).hasSize(2);
    assertThat(reasons)
        .filteredOn(reason -> reason.contains("not_in_channel"))
        .singleElement()
        .asString()
        .contains("dead-closed-0@0", "invite");
    await().atMost(LONG).until(() -> connect.offset("dead") == 5);
    connect.delete("dead");
  }

  @Test
  void aRevokedTokenFailsTheTaskWithTheRemedyAndWithoutTheToken() {
    Channel channel = topicAndChannel("revoked");
    connect.submit("revoked", config("revoked"));
    connect.produce("revoked", "a");
    awaitPosted(channel, "a");
    slack.workspace().revoke(app, Caller.Kind.BOT);
    connect.produce("revoked", "b");

    String trace = connect.awaitFailure("revoked");

    assertThat(trace).contains("token_revoked", "slack.bot.token").doesNotContain(app.botToken());
    assertThat(connect.offset("revoked")).isEqualTo(1);
    connect.delete("revoked");
  }

  @Test
  void withoutADeadLetterQueueAnUnpostableRecordFailsTheTaskWithReasonAndRemedy() {
    Channel channel = topicAndChannel("archived");
    connect.submit("archived", config("archived"));
    connect.produce("archived", "a");
    awaitPosted(channel, "a");
    slack.workspace().archive(channel, true);
    connect.produce("archived", "b");

    assertThat(connect.awaitFailure("archived"))
        .contains("archived-0@1", "is_archived", "errors.tolerance=all");
    connect.delete("archived");
  }

  @Test
  void validationNamesTheKeyTheReasonAndTheRemedy() {
    topicAndChannel("valid");
    Map<String, String> config = config("valid");
    config.put("name", "valid");
    assertThat(connect.errors(config, "slack.bot.token")).isEmpty();

    config.put("slack.bot.token", "the-wrong-one");
    assertThat(connect.errors(config, "slack.bot.token"))
        .singleElement()
        .asString()
        .contains("set slack.bot.token to a current token")
        .doesNotContain("the-wrong-one");

    config.put("slack.bot.token", app.botToken());
    config.put("topics", "valid,missing");
    assertThat(connect.errors(config, "channel"))
        .singleElement()
        .asString()
        .contains("'missing'", "create it");

    config.put("topic.channels", "missing:nowhere");
    assertThat(connect.errors(config, "topic.channels"))
        .singleElement()
        .asString()
        .contains("'nowhere'");

    config.put("topic.channels", "missing:#valid");
    config.put("slack.api.url", "http://127.0.0.1:1/api/");
    assertThat(connect.errors(config, "slack.api.url"))
        .singleElement()
        .asString()
        .contains("cannot be reached", "http://127.0.0.1:1/api/", "check this URL");

    config.put("slack.api.ur", "x");
    assertThat(connect.errors(config, "slack.api.ur"))
        .singleElement()
        .asString()
        .contains("Did you mean 'slack.api.url'?");
    assertThat(connect.errors(config, "slack.api.url")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"auth.test", "conversations.list"})
  void aRateLimitSaysNothingAboutTheConfiguration(String limited) {
    slack.workspace().join(app, slack.workspace().createChannel("busy", false));
    Map<String, String> config = config("busy");
    config.put("name", "busy");
    slack.faults().always(limited, Fault.rateLimited(Duration.ofSeconds(30)));
    assertThat(connect.errors(config, "slack.api.url")).isEmpty();
    assertThat(connect.errors(config, "slack.bot.token")).isEmpty();

    slack.faults().clear();
    slack.faults().always(limited, Fault.serverError(500));
    assertThat(connect.errors(config, "slack.api.url"))
        .singleElement()
        .asString()
        .contains("HTTP 500");
  }
}
