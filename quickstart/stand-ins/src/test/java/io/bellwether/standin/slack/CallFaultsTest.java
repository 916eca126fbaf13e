package io.bellwether.standin.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import io.bellwether.standin.TickableClock;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallFaultsTest {
  private static final String POST = "chat.postMessage";

  private final TickableClock clock = new TickableClock();
  private final Fixture fixture = new Fixture(Options.defaults().withClock(clock));
  private final MethodsClient client = fixture.sdk.with(fixture.app.botToken());

  @AfterEach
  void stop() {
    fixture.close();
  }

  private void next(Fault fault) {
    fixture.slack.faults().next(1, POST, fault);
  }

  private com.slack.api.methods.response.chat.ChatPostMessageResponse post()
      throws IOException, SlackApiException {
    return client.chatPostMessage(r -> r.channel("feedback").text("x"));
  }

  private int posted() {
    return fixture.workspace.messages(fixture.channel).size() - 1;
  }

  @Test
  void rateLimitedHoldsUntilItsRetryAfterHasPassed() throws Exception {
    next(Fault.rateLimited(Duration.ofSeconds(30)));
    assertThat(fixture.http.form(POST, fixture.app.botToken()).headers().firstValue("retry-after"))
        .contains("30");
    clock.move(Duration.ofSeconds(20));
    HttpResponse<String> tooSoon = fixture.http.form(POST, fixture.app.botToken());
    assertThat(tooSoon.statusCode()).isEqualTo(429);
    assertThat(tooSoon.headers().firstValue("retry-after")).contains("10");
    clock.move(Duration.ofSeconds(10));
    assertThat(post().isOk()).isTrue();
    // Slack's client also calls auth.test, to know the team its statistics are about.
    assertThat(fixture.slack.calls())
        .filteredOn(call -> call.method().equals(POST))
        .extracting(Call::status)
        .containsExactly(429, 429, 200);
    assertThat(fixture.slack.calls().get(0).retryAfterSeconds()).isEqualTo(30);
    assertThat(fixture.slack.callsInsideRetryAfter()).hasSize(1);
    assertThat(posted()).isEqualTo(1);
  }

  @Test
  void anErrorStatusAndAnErrorWordDoNothing() throws Exception {
    next(Fault.serverError(503));
    assertThatThrownBy(this::post)
        .isInstanceOfSatisfying(
            SlackApiException.class,
            failed -> assertThat(failed.getResponse().code()).isEqualTo(503));
    next(Fault.apiError("fatal_error"));
    assertThat(post().getError()).isEqualTo("fatal_error");
    assertThat(posted()).isZero();
  }

  @Test
  void someAnswersGetLostAlthoughTheMessageWasPosted() throws Exception {
    next(Fault.postedButInternalError());
    assertThat(post().getError()).isEqualTo("internal_error");
    assertThat(posted()).isEqualTo(1);
    next(Fault.postedButServerError());
    assertThatThrownBy(this::post).isInstanceOf(SlackApiException.class);
    assertThat(posted()).isEqualTo(2);
    next(Fault.truncatedBody());
    assertThatThrownBy(this::post).isInstanceOf(IOException.class);
    assertThat(posted()).isEqualTo(3);
  }

  @Test
  void aSilentServerMayOrMayNotHavePosted() {
    next(Fault.timeout(Duration.ofSeconds(10)));
    assertThatThrownBy(this::post).isInstanceOf(IOException.class);
    assertThat(posted()).isZero();
    next(Fault.postedButTimeout(Duration.ofSeconds(10)));
    assertThatThrownBy(this::post).isInstanceOf(IOException.class);
    assertThat(posted()).isEqualTo(1);
  }

  @Test
  void aConnectionIsReset() {
    // Once as it is and once for the retry that HTTP clients make on a reset connection.
    fixture.slack.faults().next(2, POST, Fault.connectionReset());
    assertThatThrownBy(this::post).isInstanceOf(IOException.class);
    assertThat(posted()).isZero();
    fixture.slack.faults().clear();
    fixture.slack.faults().next(2, POST, Fault.postedButReset());
    assertThatThrownBy(this::post).isInstanceOf(IOException.class);
    assertThat(posted()).isPositive();
  }

  @Test
  void aStandingFaultLastsUntilCleared() throws Exception {
    fixture.slack.faults().always(Faults.ANY_METHOD, Fault.apiError("service_unavailable"));
    for (int n = 0; n < 5; n++) {
      assertThat(client.authTest(r -> r).getError()).isEqualTo("service_unavailable");
    }
    fixture.slack.faults().clear();
    assertThat(client.authTest(r -> r).isOk()).isTrue();
  }

  @Test
  void aSeedRepeatsItself() throws Exception {
    assertThat(outcomes(1)).isEqualTo(outcomes(1)).isNotEqualTo(outcomes(2)).contains("bad", "ok");
  }

  private List<String> outcomes(long seed) throws Exception {
    fixture.slack.faults().seeded(seed, 0.3, List.of(Fault.apiError("internal_error")));
    List<String> outcomes = new ArrayList<>();
    for (int n = 0; n < 30; n++) {
      outcomes.add(fixture.http.error("api.test", null) == null ? "ok" : "bad");
    }
    return outcomes;
  }

  @Test
  void historyIsTierThree() throws Exception {
    for (int n = 0; n < 50; n++) {
      assertThat(history().statusCode()).isEqualTo(200);
      clock.move(Duration.ofMillis(100));
    }
    HttpResponse<String> refused = history();
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("retry-after")).contains("55");
    clock.move(Duration.ofSeconds(54));
    assertThat(history().statusCode()).isEqualTo(429);
    clock.move(Duration.ofSeconds(1));
    assertThat(history().statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> history() throws Exception {
    return fixture.http.form(
        "conversations.history", fixture.app.botToken(), "channel", fixture.channel.id());
  }

  @Test
  void theSmallRegimeHas15MessagesAPageAndOneRequestAMinute() throws Exception {
    for (int n = 0; n < 20; n++) {
      fixture.say("m" + n);
    }
    fixture.slack.faults().smallRegime(true);
    assertThat(Http.json(history()).get("messages")).hasSize(15);
    assertThat(history().headers().firstValue("retry-after")).contains("60");
    clock.move(Duration.ofMinutes(1));
    assertThat(history().statusCode()).isEqualTo(200);
  }
}
