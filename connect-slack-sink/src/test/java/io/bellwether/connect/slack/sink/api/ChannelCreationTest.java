package io.bellwether.connect.slack.sink.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.connect.MovableClock;
import io.bellwether.connect.slack.SlackApi;
import io.bellwether.connect.slack.sink.delivery.Delivery.DeadLetter;
import io.bellwether.connect.slack.sink.delivery.Delivery.Fatal;
import io.bellwether.connect.slack.sink.delivery.Delivery.Posted;
import io.bellwether.connect.slack.sink.delivery.Delivery.Retry;
import io.bellwether.connect.slack.sink.delivery.Message;
import io.bellwether.connect.slack.sink.delivery.Message.Origin;
import io.bellwether.standin.slack.App;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Fault;
import io.bellwether.standin.slack.Options;
import io.bellwether.standin.slack.SlackStandIn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Channels that are missing, made by the sink. */
@Timeout(60)
class ChannelCreationTest {
  private static final String CREATE = "conversations.create";
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  private final SlackStandIn slack = SlackStandIn.start(Options.defaults().withPostingLimit(false));
  private final App app = slack.workspace().app("bellwether");
  private final MovableClock clock = new MovableClock();
  private SlackMessenger messenger;

  @AfterEach
  void stop() {
    messenger.close();
    slack.close();
  }

  private long calls(String method) {
    return slack.calls().stream().filter(call -> call.method().equals(method)).count();
  }

  @Test
  void aMissingChannelIsCreatedIfThatIsAllowed() {
    SlackMessenger creating = creating(Creation.PRIVATE);
    assertThat(creating.post(message("made"))).isInstanceOf(Posted.class);
    assertThat(creating.post(message("made"))).isInstanceOf(Posted.class);
    assertThat(slack.workspace().channel("#made").orElseThrow().isPrivate()).isTrue();
    assertThat(calls(CREATE)).isEqualTo(1);
  }

  @Test
  void aChannelThatWasMadeMeanwhileOrByACallWhoseAnswerWasLostIsFound() {
    SlackMessenger creating = creating(Creation.PUBLIC);
    slack.faults().next(1, CREATE, Fault.postedButServerError());
    assertThat(creating.post(message("made")))
        .isInstanceOfSatisfying(Retry.class, retry -> assertThat(retry.maybePosted()).isFalse());
    clock.advance(Duration.ofSeconds(1));
    assertThat(creating.post(message("made"))).isInstanceOf(Posted.class);
    assertThat(calls(CREATE)).isEqualTo(1);
  }

  @Test
  void aNameThatSlackRefusesIsADeadLetterWithTheRemedyAndAskedOnceAMinute() {
    SlackMessenger creating = creating(Creation.PUBLIC);
    for (int each = 0; each < 3; each++) {
      assertThat(creating.post(message("No.Such")))
          .isInstanceOfSatisfying(
              DeadLetter.class,
              dead -> {
                assertThat(dead.code()).isEqualTo("invalid_name_specials");
                assertThat(dead.remedy()).contains("lower-case");
                assertThat(dead.ofChannel()).isTrue();
              });
    }
    assertThat(calls(CREATE)).isEqualTo(1);
    Channel hidden = slack.workspace().createChannel("hidden", true);
    assertThat(creating.post(message("hidden"))).isInstanceOf(Retry.class);
    clock.advance(Duration.ofSeconds(10));
    assertThat(creating.post(message("hidden")))
        .isInstanceOfSatisfying(
            DeadLetter.class, dead -> assertThat(dead.remedy()).contains("invited"));
    slack.workspace().join(app, hidden);
    clock.advance(Duration.ofMinutes(1));
    assertThat(creating.post(message("hidden"))).isInstanceOf(Posted.class);
  }

  @Test
  void whoMayNotCreateIsTold() {
    SlackMessenger creating = creating(Creation.PUBLIC);
    slack.workspace().setScopes(app, Set.of("chat:write", "channels:read", "groups:read"));
    assertThat(creating.post(message("made")))
        .isInstanceOfSatisfying(
            Fatal.class, fatal -> assertThat(fatal.remedy()).contains("channels:manage"));
  }

  private SlackMessenger creating(Creation creation) {
    messenger =
        new SlackMessenger(
            new SlackApi(
                slack.webApiUrl().toString(),
                new Password(app.botToken()),
                "slack.bot.token",
                TIMEOUT),
            clock,
            creation,
            Optional.empty());
    return messenger;
  }

  private static Message message(String channelName) {
    return new Message(channelName, List.of("hi"), List.of(new Origin("e1", "t", 2, 30)));
  }
}
