package io.bellwether.connect.slack.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each event once in a channel, whatever Slack answers and however often a record comes. */
@Timeout(120)
class SlackSinkOnceTest extends SinkScenario {
  private static final String HISTORY = "conversations.history";

  @Test
  void answersThatLeaveItOpenRepeatNothingAndLoseNothing() {
    Channel channel = topicAndChannel("doubt");
    Map<String, String> config = config("doubt");
    config.put("slack.timeout.ms", "300");
    connect.submit("doubt", config);
    slack
        .faults()
        .next(1, POST, Fault.postedButReset())
        .next(1, POST, Fault.postedButServerError())
        .next(1, POST, Fault.postedButInternalError())
        .next(1, POST, Fault.postedButTimeout(Duration.ofSeconds(1)))
        .next(1, POST, Fault.truncatedBody())
        .next(1, POST, Fault.connectionReset())
        .next(1, POST, Fault.serverError(500))
        .next(1, POST, Fault.apiError("fatal_error"))
        .next(1, POST, Fault.timeout(Duration.ofSeconds(1)));
    connect.produce("doubt", ids("e", 0, 20));
    awaitPosted(channel, ids("e", 0, 20));
    await().atMost(LONG).until(() -> connect.offset("doubt") == 20);
    assertThat(posted(channel)).containsExactly(ids("e", 0, 20));
    connect.delete("doubt");
  }

  @Test
  void aRestartThatGoesBackAsAfterACrashRepeatsNothing() {
    Channel channel = topicAndChannel("crash");
    connect.submit("crash", config("crash"));
    connect.produce("crash", ids("e", 0, 10));
    awaitPosted(channel, ids("e", 0, 10));
    connect.stop("crash");
    connect.alterOffset("crash", "crash", 3);
    connect.produce("crash", "e10", "e4", "e11");
    connect.resume("crash");
    awaitPosted(channel, ids("e", 0, 12));
    await().atMost(LONG).until(() -> connect.offset("crash") == 13);
    assertThat(posted(channel)).containsExactly(ids("e", 0, 12));
    connect.delete("crash");
  }

  @Test
  void whatAJobWritesAgainLongAfterwardsIsFoundByTheTimeOfTheEventOrTheWindow() {
    Channel channel = topicAndChannel("again");
    Map<String, String> config = config("again");
    config.put("read.back.window.ms", "60000");
    String hoursAgo = Instant.now().minus(Duration.ofHours(5)).toString();
    connect.submit("again", config);
    connect.produceSaidAt("again", hoursAgo, "a", "b");
    connect.produce("again", "c");
    awaitPosted(channel, "a", "b", "c");
    // A new connector knows nothing, as a new worker does; the records have new offsets.
    connect.delete("again");
    connect.produceSaidAt("again", hoursAgo, "b", "a");
    connect.produce("again", "c", "d");
    config.put("consumer.override.auto.offset.reset", "earliest");
    connect.submit("again", config);
    awaitPosted(channel, "a", "b", "c", "d");
    await().atMost(LONG).until(() -> connect.offset("again") == 7);
    assertThat(posted(channel)).containsExactly("a", "b", "c", "d");
    connect.delete("again");
  }

  @Test
  void nothingIsPostedWhileTheChannelCannotBeRead() {
    Channel channel = topicAndChannel("unreadable");
    connect.submit("unreadable", config("unreadable"));
    slack.faults().always(HISTORY, Fault.serverError(500));
    connect.produce("unreadable", "a");
    await().atMost(LONG).until(() -> calls(HISTORY).size() > 3);
    assertThat(calls(POST)).isEmpty();
    slack.faults().clear();
    awaitPosted(channel, "a");
    connect.delete("unreadable");
  }

  @Test
  void aLimitedHistoryIsReadAfterTheLimit() {
    Channel channel = topicAndChannel("slow");
    connect.submit("slow", config("slow"));
    slack.forgetCalls();
    slack.faults().next(1, HISTORY, Fault.rateLimited(Duration.ofSeconds(2)));
    connect.produce("slow", "a", "b");
    awaitPosted(channel, "a", "b");
    assertThat(slack.callsInsideRetryAfter()).isEmpty();
    assertThat(calls(HISTORY)).hasSize(2);
    connect.delete("slow");
  }

  @Test
  void aMissingScopeIsAnErrorOfTheCheckAndFailsATaskThatMeetsItLater() {
    topicAndChannel("scope");
    Map<String, String> config = config("scope");
    config.put("name", "scope");
    slack
        .workspace()
        .setScopes(app, Set.of("chat:write", "channels:read", "groups:read", "groups:history"));
    assertThat(connect.errors(config, "read.back.enabled"))
        .singleElement()
        .asString()
        .contains("missing_scope", "channels:history", "set it to false");
    config.put("read.back.enabled", "false");
    assertThat(connect.errors(config, "read.back.enabled")).isEmpty();

    config.put("read.back.enabled", "true");
    slack.workspace().setScopes(app, io.bellwether.standin.slack.App.DEFAULT_SCOPES);
    connect.submit("scope", config);
    slack.workspace().setScopes(app, Set.of("chat:write", "channels:read", "groups:read"));
    connect.produce("scope", "a");
    assertThat(connect.awaitFailure("scope"))
        .contains("missing_scope", "channels:history", "read.back.enabled=false")
        .doesNotContain(app.botToken());
    assertThat(calls(POST)).isEmpty();
    connect.delete("scope");
  }
}
