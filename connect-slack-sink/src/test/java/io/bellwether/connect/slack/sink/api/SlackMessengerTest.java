package io.bellwether.connect.slack.sink.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.connect.MovableClock;
import io.bellwether.connect.remote.RateBudget;
import io.bellwether.connect.slack.SlackApi;
import io.bellwether.connect.slack.sink.delivery.Delivery;
import io.bellwether.connect.slack.sink.delivery.Delivery.DeadLetter;
import io.bellwether.connect.slack.sink.delivery.Delivery.Fatal;
import io.bellwether.connect.slack.sink.delivery.Delivery.Posted;
import io.bellwether.connect.slack.sink.delivery.Delivery.Retry;
import io.bellwether.connect.slack.sink.delivery.Message;
import io.bellwether.connect.slack.sink.delivery.Message.Origin;
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
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SlackMessengerTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final String POST = "chat.postMessage";
  private static final String LIST = "conversations.list";

  private final SlackStandIn slack = SlackStandIn.start(Options.defaults().withPostingLimit(false));
  private final App app = slack.workspace().app("bellwether");
  private final Channel channel = slack.workspace().createChannel("alerts", false);
  private final MovableClock clock = new MovableClock();
  private final SlackMessenger messenger =
      new SlackMessenger(
          new SlackApi(
              slack.webApiUrl().toString(),
              new Password(app.botToken()),
              "slack.bot.token",
              TIMEOUT),
          clock,
          Creation.NO,
          Optional.of(new RateBudget(clock, Duration.ofSeconds(3), 10)));

  SlackMessengerTest() {
    slack.workspace().join(app, channel);
  }

  @AfterEach
  void stop() {
    messenger.close();
    slack.close();
  }

  private Delivery post(String channelName) {
    return messenger.post(
        new Message(
            channelName, List.of("*hi* &lt;!here&gt;"), List.of(new Origin("e1", "t", 2, 30))));
  }

  private long calls(String method) {
    return slack.calls().stream().filter(call -> call.method().equals(method)).count();
  }

  @Test
  void aMessageCarriesItsTextAndWhereItCameFrom() {
    assertThat(post("alerts")).isInstanceOf(Posted.class);

    var messages = slack.workspace().messages(channel);
    var message = messages.get(messages.size() - 1);
    assertThat(message.text()).isEqualTo("*hi* &lt;!here&gt;");
    assertThat(message.metadata().get("event_type").asText()).isEqualTo("bellwether_alert");
    var alert = message.metadata().get("event_payload").get("alerts").get(0);
    assertThat(alert.get("event_id").asText()).isEqualTo("e1");
    assertThat(alert.get("topic").asText()).isEqualTo("t");
    assertThat(alert.get("partition").isIntegralNumber()).isTrue();
    assertThat(alert.get("partition").asInt()).isEqualTo(2);
    assertThat(alert.get("offset").asLong()).isEqualTo(30);
    Call call = slack.calls().get(slack.calls().size() - 1);
    assertThat(call.parameters())
        .containsAllEntriesOf(
            Map.of(
                "parse", "none",
                "link_names", "0",
                "unfurl_links", "0",
                "unfurl_media", "0",
                "mrkdwn", "1"));
  }

  @Test
  void aDigestHasASectionForEachAlertAndAllOfThemInItsTextAndMetadata() {
    assertThat(
            messenger.post(
                new Message(
                    "alerts",
                    List.of("*a*", "&lt;b&gt;"),
                    List.of(new Origin("e1", "t", 2, 30), new Origin("e2", "t", 2, 31)))))
        .isInstanceOf(Posted.class);
    var messages = slack.workspace().messages(channel);
    var message = messages.get(messages.size() - 1);
    assertThat(message.text()).isEqualTo("*a*\n\n&lt;b&gt;");
    var blocks = message.details().blocks();
    assertThat(blocks).hasSize(2);
    assertThat(blocks.get(1).at("/text/text").asText()).isEqualTo("&lt;b&gt;");
    assertThat(blocks.get(1).at("/text/type").asText()).isEqualTo("mrkdwn");
    assertThat(message.metadata().at("/event_payload/alerts/1/event_id").asText()).isEqualTo("e2");
  }

  @Test
  void channelsAreListedOnceForAllMessages() {
    assertThat(post("alerts")).isInstanceOf(Posted.class);
    assertThat(post(channel.id())).isInstanceOf(Posted.class);
    assertThat(calls(LIST)).isEqualTo(1);
  }

  @Test
  void anUnknownChannelIsADeadLetterAndLookedForOnceAMinute() {
    for (int each = 0; each < 5; each++) {
      assertThat(post("nowhere"))
          .isInstanceOfSatisfying(
              DeadLetter.class,
              dead -> {
                assertThat(dead.code()).isEqualTo("channel_not_found");
                assertThat(dead.remedy()).contains("nowhere");
              });
    }
    assertThat(calls(LIST)).isEqualTo(1);

    slack.workspace().join(app, slack.workspace().createChannel("nowhere", false));
    clock.advance(Duration.ofMinutes(1));
    assertThat(post("nowhere")).isInstanceOf(Posted.class);
    assertThat(calls(POST)).isEqualTo(1);
  }

  @Test
  void aChannelCreatedShortlyAfterAListIsFound() {
    assertThat(post("alerts")).isInstanceOf(Posted.class);
    assertThat(post("nowhere")).isInstanceOf(DeadLetter.class);

    slack.workspace().join(app, slack.workspace().createChannel("later", false));
    clock.advance(Duration.ofSeconds(1));
    assertThat(post("later")).isInstanceOf(Posted.class);
  }

  @Test
  void manyUnknownChannelsWaitForTheNextListTogetherAndHoldUpNoOther() {
    int unknown = 30;
    for (int each = 0; each < unknown; each++) {
      clock.advance(Duration.ofMillis(1));
      post("nowhere-" + each);
    }
    assertThat(calls(LIST)).isLessThan(10);
    assertThat(post("nowhere-29"))
        .isInstanceOfSatisfying(
            Retry.class,
            retry -> {
              assertThat(retry.after()).isZero();
              assertThat(retry.maybePosted()).isFalse();
            });
    assertThat(post("alerts")).isInstanceOf(Posted.class);

    long before = calls(LIST);
    clock.advance(Duration.ofSeconds(10));
    for (int each = 0; each < unknown; each++) {
      assertThat(post("nowhere-" + each)).isInstanceOf(DeadLetter.class);
    }
    assertThat(calls(LIST)).isEqualTo(before + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not_in_channel",
        "metadata_too_large",
        "restricted_action",
        "a_new_word",
        "channel_not_found",
        "is_archived"
      })
  void aRefusedMessageKeepsNoneOfTheNextFromTheChannel(String code) {
    assertThat(post("alerts")).isInstanceOf(Posted.class);
    for (int each = 0; each < 3; each++) {
      slack.faults().next(1, POST, Fault.apiError(code));
      assertThat(post("alerts"))
          .isInstanceOfSatisfying(
              DeadLetter.class, dead -> assertThat(dead.code()).isEqualTo(code));
      clock.advance(Duration.ofSeconds(1));
      assertThat(post("alerts")).isInstanceOf(Posted.class);
    }
    assertThat(calls(LIST)).isLessThanOrEqualTo(2);
  }

  @Test
  void aMessageForAnArchivedChannelGoesToANewOneOfTheSameName() {
    assertThat(post("alerts")).isInstanceOf(Posted.class);
    slack.workspace().rename(channel, "alerts-old");
    slack.workspace().archive(channel, true);
    clock.advance(Duration.ofSeconds(1));
    assertThat(post("alerts"))
        .isInstanceOfSatisfying(
            DeadLetter.class, dead -> assertThat(dead.code()).isEqualTo("is_archived"));

    Channel renewed = slack.workspace().createChannel("alerts", false);
    slack.workspace().join(app, renewed);
    clock.advance(Duration.ofSeconds(1));
    assertThat(post("alerts")).isInstanceOf(Posted.class);
    slack.workspace().rename(renewed, "alerts-older");
    slack.workspace().archive(renewed, true);
    Channel third = slack.workspace().createChannel("alerts", false);
    slack.workspace().join(app, third);
    clock.advance(Duration.ofSeconds(1));
    assertThat(post("alerts")).isInstanceOf(Posted.class);
    assertThat(slack.workspace().messages(third))
        .anyMatch(message -> message.text().startsWith("*hi*"));
  }

  @Test
  void aChannelThatTheAppIsNotInIsADeadLetter() {
    slack.workspace().createChannel("others", false);
    assertThat(post("others"))
        .isInstanceOfSatisfying(
            DeadLetter.class,
            dead -> {
              assertThat(dead.code()).isEqualTo("not_in_channel");
              assertThat(dead.remedy()).contains("invite");
            });
  }

  @Test
  void aLimitOfTheChannelListIsObeyedByTheListToo() {
    slack.faults().next(1, LIST, Fault.rateLimited(Duration.ofSeconds(7)));
    assertThat(post("alerts"))
        .isInstanceOfSatisfying(
            Retry.class,
            retry -> {
              assertThat(retry.after()).isEqualTo(Duration.ofSeconds(7));
              assertThat(retry.reason()).startsWith("Slack's rate limit (HTTP 429)");
              assertThat(retry.maybePosted()).isFalse();
            });
    clock.advance(Duration.ofSeconds(6));
    assertThat(post("alerts"))
        .isInstanceOfSatisfying(
            Retry.class, retry -> assertThat(retry.after()).isEqualTo(Duration.ofSeconds(1)));
    assertThat(calls(LIST)).isEqualTo(1);
    slack.forgetCalls();
    clock.advance(Duration.ofSeconds(1));
    assertThat(post("alerts")).isInstanceOf(Posted.class);
  }

  @Test
  void aFailedListHasPostedNothing() {
    slack.faults().next(1, LIST, Fault.serverError(500));
    assertThat(post("alerts"))
        .isInstanceOfSatisfying(Retry.class, retry -> assertThat(retry.maybePosted()).isFalse());
  }

  @Test
  void anAnswerThatLeavesItOpenSaysSo() {
    assertThat(post("alerts")).isInstanceOf(Posted.class);
    for (Fault fault :
        List.of(
            Fault.postedButInternalError(),
            Fault.truncatedBody(),
            Fault.postedButTimeout(TIMEOUT.multipliedBy(2)))) {
      slack.faults().next(1, POST, fault);
      assertThat(post("alerts"))
          .isInstanceOfSatisfying(Retry.class, retry -> assertThat(retry.maybePosted()).isTrue());
      slack.forgetCalls();
    }
  }

  @Test
  void aRevokedTokenAndAMissingScopeAreFatal() {
    slack.workspace().setScopes(app, Set.of("chat:write"));
    assertThat(post("alerts"))
        .isInstanceOfSatisfying(
            Fatal.class,
            fatal -> {
              assertThat(fatal.code()).isEqualTo("missing_scope");
              assertThat(fatal.remedy()).contains("channels:read");
            });
    slack.workspace().revoke(app, Caller.Kind.BOT);
    assertThat(post("alerts"))
        .isInstanceOfSatisfying(
            Fatal.class, fatal -> assertThat(fatal.remedy()).contains("slack.bot.token"));
  }
}
