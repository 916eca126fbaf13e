package io.bellwether.connect.slack.sink.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.connect.MovableClock;
import io.bellwether.connect.remote.RateBudget;
import io.bellwether.connect.slack.SlackApi;
import io.bellwether.connect.slack.sink.delivery.Delivery.DeadLetter;
import io.bellwether.connect.slack.sink.delivery.Delivery.Fatal;
import io.bellwether.connect.slack.sink.delivery.Delivery.Posted;
import io.bellwether.connect.slack.sink.delivery.Delivery.Retry;
import io.bellwether.connect.slack.sink.delivery.Message;
import io.bellwether.connect.slack.sink.delivery.Message.Origin;
import io.bellwether.connect.slack.sink.delivery.ReadBack;
import io.bellwether.connect.slack.sink.delivery.ReadBack.Step;
import io.bellwether.connect.slack.sink.delivery.ReadBack.Step.Done;
import io.bellwether.connect.slack.sink.delivery.ReadBack.Step.Failed;
import io.bellwether.connect.slack.sink.delivery.ReadBack.Step.Later;
import io.bellwether.connect.slack.sink.delivery.ReadBack.Step.More;
import io.bellwether.standin.slack.App;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Fault;
import io.bellwether.standin.slack.Options;
import io.bellwether.standin.slack.SlackStandIn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SlackReadBackTest {
  private static final String HISTORY = "conversations.history";

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

  SlackReadBackTest() {
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
  void itFindsWhatTheAppPostedSinceThenWithItsTime() {
    Instant first = post(messenger, "a");
    Instant second = post(messenger, "b", "c");
    assertThat(((Done) end(since(Instant.EPOCH))).posted())
        .containsOnlyKeys("a", "b", "c")
        .containsEntry("a", first)
        .containsEntry("c", second);
    assertThat(found(first.plusMillis(1))).containsExactlyInAnyOrder("b", "c");
    assertThat(found(second.plusMillis(1))).isEmpty();
  }

  @Test
  void itReadsEveryPage() {
    for (int i = 0; i < 40; i++) {
      post(messenger, "e" + i);
    }
    slack.faults().smallRegime(true);
    ReadBack readBack = since(Instant.EPOCH);
    List<Step> steps = new ArrayList<>();
    for (int page = 0; page < 3; page++) {
      slack.forgetCalls();
      steps.add(readBack.next());
    }
    assertThat(steps.subList(0, 2)).containsExactly(new More(), new More());
    assertThat(((Done) steps.get(2)).posted()).hasSize(40);
  }

  @Test
  void othersWithTheSameMetadataAreNotBelieved() {
    App other = slack.workspace().app("another");
    slack.workspace().join(other, channel);
    post(messenger(other), "forged");
    slack.workspace().post(slack.workspace().person("ann"), channel, "bellwether_alert");
    post(messenger, "mine");
    assertThat(found(Instant.EPOCH)).containsExactly("mine");
  }

  @Test
  void itStaysWithinItsBudget() {
    for (int i = 0; i < 5; i++) {
      assertThat(since(Instant.EPOCH).next()).isInstanceOf(Done.class);
    }
    ReadBack sixth = since(Instant.EPOCH);
    assertThat(sixth.next()).isEqualTo(new Later(Duration.ofSeconds(3)));
    assertThat(calls(HISTORY)).isEqualTo(5);
    clock.advance(Duration.ofSeconds(3));
    assertThat(sixth.next()).isInstanceOf(Done.class);
  }

  @Test
  void aLimitIsObeyedByAllLooksAndTheLookGoesOnAfterIt() {
    post(messenger, "a");
    slack.faults().next(1, HISTORY, Fault.rateLimited(Duration.ofSeconds(9)));
    ReadBack limited = since(Instant.EPOCH);
    assertThat(limited.next())
        .isInstanceOfSatisfying(
            Failed.class,
            failed ->
                assertThat(failed.why())
                    .isInstanceOfSatisfying(
                        Retry.class,
                        retry -> {
                          assertThat(retry.after()).isEqualTo(Duration.ofSeconds(9));
                          assertThat(retry.reason()).startsWith("Slack's rate limit (HTTP 429)");
                        }));
    assertThat(since(Instant.EPOCH).next()).isEqualTo(new Later(Duration.ofSeconds(9)));
    assertThat(calls(HISTORY)).isEqualTo(1);
    clock.advance(Duration.ofSeconds(9));
    slack.forgetCalls();
    assertThat(((Done) limited.next()).posted()).containsOnlyKeys("a");
  }

  @Test
  void aLimitOnTheQuestionWhoWeAreIsObeyedByAllLooksToo() {
    slack.faults().next(1, "auth.test", Fault.rateLimited(Duration.ofSeconds(9)));
    ReadBack limited = since(Instant.EPOCH);
    assertThat(limited.next()).isInstanceOf(Failed.class);
    assertThat(since(Instant.EPOCH).next()).isEqualTo(new Later(Duration.ofSeconds(9)));
    assertThat(calls("auth.test")).isEqualTo(1);
    clock.advance(Duration.ofSeconds(9));
    slacksClock.advance(Duration.ofSeconds(9));
    assertThat(limited.next()).isInstanceOf(Done.class);
    assertThat(slack.callsInsideRetryAfter()).isEmpty();
  }

  @Test
  void everyTroubleIsToBeTriedAgainAndNeverMeansThatNothingIsThere() {
    post(messenger, "a");
    for (Fault fault :
        List.of(
            Fault.serverError(503),
            Fault.apiError("internal_error"),
            Fault.apiError("invalid_cursor"),
            Fault.connectionReset(),
            Fault.truncatedBody(),
            Fault.timeout(Duration.ofMillis(50)))) {
      slack.faults().next(1, HISTORY, fault);
      ReadBack readBack = since(Instant.EPOCH);
      assertThat(end(readBack))
          .isInstanceOfSatisfying(
              Failed.class,
              failed ->
                  assertThat(failed.why())
                      .isInstanceOfSatisfying(
                          Retry.class, retry -> assertThat(retry.maybePosted()).isFalse()));
      assertThat(((Done) end(readBack)).posted()).containsOnlyKeys("a");
    }
  }

  @Test
  void aMissingScopeIsFatalAndTheRemedyNamesBothWaysOut() {
    slack.workspace().setScopes(app, Set.of("chat:write", "channels:read", "groups:read"));
    assertThat(end(since(Instant.EPOCH)))
        .isInstanceOfSatisfying(
            Failed.class,
            failed ->
                assertThat(failed.why())
                    .isInstanceOfSatisfying(
                        Fatal.class,
                        fatal ->
                            assertThat(fatal.remedy())
                                .contains("channels:history", "read.back.enabled=false")));
  }

  @Test
  void aChannelThatTheAppIsNotInIsADeadLetter() {
    slack.workspace().createChannel("others", false);
    assertThat(end(messenger.readBack("others", Instant.EPOCH, Instant.EPOCH)))
        .isInstanceOfSatisfying(
            Failed.class,
            failed ->
                assertThat(failed.why())
                    .isInstanceOfSatisfying(
                        DeadLetter.class,
                        dead -> assertThat(dead.remedy()).contains("invite", "read.back.enabled")));
  }

  @Test
  void whoIsNotToReadFindsNothingAndAsksNobody() {
    try (SlackMessenger blind =
        new SlackMessenger(api(app), clock, Creation.NO, Optional.empty())) {
      post(messenger, "a");
      slack.forgetCalls();
      assertThat(blind.readBack("alerts", Instant.EPOCH, Instant.EPOCH).next())
          .isInstanceOfSatisfying(Done.class, done -> assertThat(done.posted()).isEmpty());
      assertThat(slack.calls()).isEmpty();
    }
  }
}
