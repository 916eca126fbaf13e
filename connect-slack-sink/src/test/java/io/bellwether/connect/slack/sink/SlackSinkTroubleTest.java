package io.bellwether.connect.slack.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.standin.slack.App;
import io.bellwether.standin.slack.Call;
import io.bellwether.standin.slack.Caller;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Fault;
import io.bellwether.standin.slack.Options;
import io.bellwether.standin.slack.SlackStandIn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Limits, failures and refusals, in a real worker against the stand-in, through the REST interface.
 */
@Timeout(120)
class SlackSinkTroubleTest extends SinkScenario {
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
}
