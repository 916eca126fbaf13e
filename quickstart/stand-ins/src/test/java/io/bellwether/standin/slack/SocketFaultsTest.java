package io.bellwether.standin.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SocketFaultsTest {
  private final Fixture fixture =
      new Fixture(
          Options.defaults()
              .withAckTimeout(Duration.ofMillis(300))
              .withRateLimits(false)
              .withPostingLimit(false));

  @AfterEach
  void stop() {
    fixture.close();
  }

  private SlackSdk.Socket open() throws IOException {
    SlackSdk.Socket socket = fixture.sdk.socket(fixture.app, true);
    await().until(() -> fixture.slack.sockets().count(fixture.app) == 1);
    return socket;
  }

  private void faulty(EnvelopeFault... faults) {
    fixture.slack.faults().nextEnvelopes(faults);
  }

  @Test
  void anEnvelopeComesTwice() throws Exception {
    try (SlackSdk.Socket socket = open()) {
      faulty(EnvelopeFault.DUPLICATE);
      fixture.say("a");
      await().untilAsserted(() -> assertThat(socket.texts()).containsExactly("a", "a"));
    }
  }

  @Test
  void envelopesChangePlaces() throws Exception {
    try (SlackSdk.Socket socket = open()) {
      faulty(EnvelopeFault.OUT_OF_ORDER);
      fixture.say("a");
      fixture.say("b");
      await().untilAsserted(() -> assertThat(socket.texts()).containsExactly("b", "a"));
      faulty(EnvelopeFault.OUT_OF_ORDER);
      fixture.say("last");
      await().untilAsserted(() -> assertThat(socket.texts()).containsExactly("b", "a", "last"));
    }
  }

  @Test
  void aLostEnvelopeComesWithTheRetry() throws Exception {
    try (SlackSdk.Socket socket = open()) {
      faulty(EnvelopeFault.LOST);
      fixture.say("a");
      await().untilAsserted(() -> assertThat(socket.texts()).containsExactly("a"));
      assertThat(socket.frames("events_api").get(0).get("retry_attempt").getAsInt()).isEqualTo(1);
    }
  }

  @Test
  void anUnheardAcknowledgementBringsItAgain() throws Exception {
    try (SlackSdk.Socket socket = open()) {
      faulty(EnvelopeFault.UNHEARD_ACK);
      fixture.say("a");
      await().untilAsserted(() -> assertThat(socket.texts()).containsExactly("a", "a"));
      await().until(() -> fixture.slack.sockets().unacknowledged(fixture.app) == 0);
    }
  }

  @Test
  void aRefreshMakesTheClientReconnect() throws Exception {
    try (SlackSdk.Socket socket = open()) {
      await().untilAsserted(() -> assertThat(socket.frames("hello")).hasSize(1));
      fixture.slack.sockets().disconnect(fixture.app, "refresh_requested");
      await().untilAsserted(() -> assertThat(socket.frames("hello")).hasSize(2));
      await().until(() -> fixture.slack.sockets().count(fixture.app) == 1);
      fixture.say("still here");
      await().untilAsserted(() -> assertThat(socket.texts()).containsExactly("still here"));
    }
  }

  @Test
  void aDroppedSocketIsGone() throws Exception {
    try (SlackSdk.Socket socket = open()) {
      socket.client().setAutoReconnectEnabled(false);
      fixture.slack.sockets().drop(fixture.app);
      await().until(() -> fixture.slack.sockets().count(fixture.app) == 0);
      assertThat(socket.client().verifyConnection()).isFalse();
    }
  }

  @Test
  void aHalfOpenSocketNeitherSendsNorAnswers() throws Exception {
    try (SlackSdk.Socket socket = open()) {
      socket.client().setAutoReconnectEnabled(false);
      assertThat(socket.client().verifyConnection()).isTrue();
      fixture.slack.sockets().halfOpen(fixture.app);
      fixture.say("unheard");
      // The client takes any pong of the last second for an answer.
      await().until(() -> !socket.client().verifyConnection());
      assertThat(socket.texts()).isEmpty();
      assertThat(fixture.slack.sockets().count(fixture.app)).isEqualTo(1);
    }
  }

  @Test
  void aConnectionMayGetNoHello() throws Exception {
    fixture.slack.faults().nextConnectionsWithoutHello(1);
    try (SlackSdk.Socket socket = open()) {
      fixture.say("a");
      await().untilAsserted(() -> assertThat(socket.texts()).containsExactly("a"));
      assertThat(socket.frames("hello")).isEmpty();
    }
  }

  @Test
  void underASeededScheduleEveryEventArrivesInTheEnd() throws Exception {
    fixture
        .slack
        .faults()
        .seededEnvelopes(
            7,
            0.3,
            List.of(
                EnvelopeFault.DUPLICATE,
                EnvelopeFault.OUT_OF_ORDER,
                EnvelopeFault.LOST,
                EnvelopeFault.UNHEARD_ACK));
    try (SlackSdk.Socket socket = open()) {
      Set<String> said = new TreeSet<>();
      for (int n = 0; n < 100; n++) {
        said.add(fixture.say("m" + n).text());
      }
      await().untilAsserted(() -> assertThat(new TreeSet<>(socket.texts())).isEqualTo(said));
      assertThat(socket.texts().size()).isGreaterThan(100);
    }
  }
}
