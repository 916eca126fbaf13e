package io.bellwether.connect.slack.sink.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import io.bellwether.connect.MovableClock;
import io.bellwether.connect.remote.Outcome.Ok;
import io.bellwether.connect.remote.RateBudget;
import io.bellwether.connect.slack.SlackApi;
import io.bellwether.connect.slack.sink.delivery.Delivery.Posted;
import io.bellwether.connect.slack.sink.delivery.Delivery.ThreadGone;
import io.bellwether.connect.slack.sink.delivery.Message;
import io.bellwether.connect.slack.sink.delivery.Message.Origin;
import io.bellwether.connect.slack.sink.delivery.ReadBack;
import io.bellwether.connect.slack.sink.delivery.ReadBack.Step;
import io.bellwether.connect.slack.sink.delivery.ReadBack.Step.Done;
import io.bellwether.connect.slack.sink.delivery.ReadBack.Step.Later;
import io.bellwether.connect.slack.sink.delivery.ReadBack.Step.More;
import io.bellwether.standin.slack.App;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Options;
import io.bellwether.standin.slack.SlackStandIn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Alerts in threads, found again. */
@Timeout(60)
class ThreadReadBackTest {

  private final MovableClock slacksClock = new MovableClock();
  private final SlackStandIn slack =
      SlackStandIn.start(
          Options.defaults().withPostingLimit(false).withRateLimits(false).withClock(slacksClock));
  private final App app = slack.workspace().app("bellwether");
  private final Channel channel = slack.workspace().createChannel("alerts", false);
  private final MovableClock clock = new MovableClock();
  private final List<SlackMessenger> messengers = new ArrayList<>();
  private final SlackMessenger messenger = messenger(app);
  private final SlackApi api = api(app);

  ThreadReadBackTest() {
    slack.workspace().join(app, channel);
  }

  private SlackApi api(App of) {
    return new SlackApi(
        slack.webApiUrl().toString(),
        new Password(of.botToken()),
        "slack.bot.token",
        Duration.ofSeconds(5));
  }

  private SlackMessenger messenger(App of) {
    SlackMessenger opened =
        new SlackMessenger(
            api(of),
            clock,
            Creation.NO,
            Optional.of(new RateBudget(clock, Duration.ofSeconds(3), 5)));
    messengers.add(opened);
    return opened;
  }

  private Instant post(SlackMessenger by, String... ids) {
    slacksClock.advance(Duration.ofSeconds(1));
    List<Origin> origins = new ArrayList<>();
    for (String id : ids) {
      origins.add(new Origin(id, "t", 0, 1));
    }
    assertThat(by.post(new Message("alerts", List.of("hi"), origins))).isInstanceOf(Posted.class);
    return slacksClock.instant();
  }

  private ReadBack since(Instant since) {
    return messenger.readBack("alerts", since, since);
  }

  private Step end(ReadBack readBack) {
    Step step = readBack.next();
    while (step instanceof More || step instanceof Later) {
      clock.advance(Duration.ofSeconds(3));
      step = readBack.next();
    }
    return step;
  }

  private Set<String> found(Instant since) {
    return ((Done) end(since(since))).posted().keySet();
  }

  private long calls(String method) {
    return slack.calls().stream().filter(call -> call.method().equals(method)).count();
  }

  @AfterEach
  void stop() {
    messengers.forEach(SlackMessenger::close);
    api.close();
    slack.close();
  }

  @Test
  void itReadsThoseThreadsOfTheAppThatHaveNewReplies() {
    post(messenger, "old-parent");
    String old = lastTs();
    reply(old, "old-reply");
    Instant since = slacksClock.instant().plusMillis(1);
    post(messenger, "parent");
    String parent = lastTs();
    reply(parent, "reply-1");
    reply(parent, "reply-2");
    assertThat(found(Instant.EPOCH))
        .containsExactlyInAnyOrder("old-parent", "old-reply", "parent", "reply-1", "reply-2");
    assertThat(calls("conversations.replies")).isEqualTo(2);
    assertThat(found(since)).containsExactlyInAnyOrder("parent", "reply-1", "reply-2");
    assertThat(calls("conversations.replies")).isEqualTo(3);
  }

  @Test
  void itFindsTheFirstMessagesOfThreadsFurtherBackAndReadsOnlyThoseWithNewReplies() {
    slacksClock.advance(Duration.ofSeconds(1));
    List<Origin> origins = List.of(new Origin("e", "t", 0, 1));
    for (String thread : List.of("x", "y")) {
      messenger.post(
          new Message(
              "alerts",
              List.of("hi"),
              List.of(List.of()),
              origins,
              Optional.of(thread),
              Optional.empty()));
    }
    var parents = slack.workspace().messages(channel).stream().skip(1).toList();
    Instant since = slacksClock.instant().plusMillis(1);
    slacksClock.advance(Duration.ofSeconds(1));
    messenger.post(
        new Message(
            "alerts",
            List.of("hi"),
            List.of(List.of()),
            List.of(new Origin("reply", "t", 0, 2)),
            Optional.of("y"),
            Optional.of(parents.get(1).ts())));
    Done done = (Done) end(messenger.readBack("alerts", since, Instant.EPOCH));
    assertThat(done.threads())
        .isEqualTo(Map.of("x", parents.get(0).ts(), "y", parents.get(1).ts()));
    assertThat(done.posted()).containsKey("reply");
    assertThat(calls("conversations.replies")).isEqualTo(1);
  }

  @Test
  void aReplyToADeletedMessageIsNotPosted() {
    assertThat(
            messenger.post(
                new Message(
                    "alerts",
                    List.of("hi"),
                    List.of(List.of()),
                    List.of(new Origin("e", "t", 0, 1)),
                    Optional.of("x"),
                    Optional.of("1.000001"))))
        .isEqualTo(new ThreadGone());
  }

  private String lastTs() {
    var messages = slack.workspace().messages(channel);
    return messages.get(messages.size() - 1).ts();
  }

  private void reply(String parent, String id) {
    slacksClock.advance(Duration.ofSeconds(1));
    assertThat(
            api.post(
                ChatPostMessageRequest.builder()
                    .channel(channel.id())
                    .threadTs(parent)
                    .text("reply")
                    .metadata(
                        AlertMetadata.of(List.of(new Origin(id, "t", 0, 2)), Optional.empty()))
                    .build()))
        .isInstanceOf(Ok.class);
  }
}
