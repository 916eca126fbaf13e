package io.bellwether.standin.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import io.bellwether.standin.TickableClock;
import java.io.IOException;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SocketModeTest {
  private final TickableClock clock = new TickableClock();
  private final Fixture fixture =
      new Fixture(
          Options.defaults().withClock(clock).withRateLimits(false).withPostingLimit(false));

  @AfterEach
  void stop() {
    fixture.close();
  }

  private SlackSdk.Socket open(Fixture at, boolean acknowledging) throws IOException {
    int before = at.slack.sockets().count(at.app);
    SlackSdk.Socket socket = at.sdk.socket(at.app, acknowledging);
    await().until(() -> at.slack.sockets().count(at.app) == before + 1);
    return socket;
  }

  @Test
  void helloSaysWhoIsConnected() throws Exception {
    try (SlackSdk.Socket socket = open(fixture, true)) {
      await().untilAsserted(() -> assertThat(socket.frames("hello")).hasSize(1));
      JsonObject hello = socket.frames("hello").get(0);
      assertThat(hello.get("num_connections").getAsInt()).isEqualTo(1);
      assertThat(hello.getAsJsonObject("connection_info").get("app_id").getAsString())
          .isEqualTo(fixture.app.appId());
    }
  }

  @Test
  void aTicketOpensOneConnectionOnly() throws Exception {
    String url = fixture.sdk.with(fixture.app.appToken()).appsConnectionsOpen(r -> r).getUrl();
    assertThat(url).startsWith("ws://127.0.0.1:");
    assertThat(Http.firstFrame(url)).contains("hello");
    assertThatThrownBy(() -> Http.firstFrame(url))
        .hasCauseInstanceOf(WebSocketHandshakeException.class);
    assertThat(fixture.http.error("apps.connections.open", "xapp-1-wrong"))
        .isEqualTo("invalid_auth");
  }

  @Test
  void eventsLookAsSlackSendsThem() throws Exception {
    try (SlackSdk.Socket socket = open(fixture, true)) {
      Message parent = fixture.say("hello <world>");
      Message reply = fixture.workspace.reply(fixture.ana, parent, "answer");
      fixture.workspace.edit(parent, "hello again");
      fixture.workspace.delete(reply);
      fixture.workspace.join(fixture.workspace.person("bo"), fixture.channel);
      await().untilAsserted(() -> assertThat(socket.events()).hasSize(5));
      List<JsonObject> events = socket.events();
      assertThat(text(events.get(0), "text")).isEqualTo("hello &lt;world&gt;");
      assertThat(text(events.get(0), "channel_type")).isEqualTo("channel");
      assertThat(text(events.get(0), "channel")).isEqualTo(fixture.channel.id());
      assertThat(text(events.get(0), "client_msg_id")).isNotEmpty();
      assertThat(events.get(0).has("bot_id")).isFalse();
      assertThat(text(events.get(1), "thread_ts")).isEqualTo(parent.ts());
      assertThat(text(events.get(1), "parent_user_id")).isEqualTo(fixture.ana.id());
      JsonObject changed = events.get(2);
      assertThat(text(changed, "subtype")).isEqualTo("message_changed");
      assertThat(text(changed.getAsJsonObject("message"), "text")).isEqualTo("hello again");
      assertThat(text(changed.getAsJsonObject("message"), "ts")).isEqualTo(parent.ts());
      assertThat(text(changed.getAsJsonObject("previous_message"), "text"))
          .isEqualTo("hello &lt;world&gt;");
      assertThat(changed.getAsJsonObject("message").has("edited")).isTrue();
      JsonObject deleted = events.get(3);
      assertThat(text(deleted, "subtype")).isEqualTo("message_deleted");
      assertThat(text(deleted, "deleted_ts")).isEqualTo(reply.ts());
      assertThat(text(events.get(4), "subtype")).isEqualTo("channel_join");
      JsonObject payload = socket.frames("events_api").get(0).getAsJsonObject("payload");
      assertThat(text(payload, "team_id")).isEqualTo(fixture.workspace.teamId());
      assertThat(text(payload, "api_app_id")).isEqualTo(fixture.app.appId());
      assertThat(text(payload, "event_id")).startsWith("Ev");
    }
  }

  private static String text(JsonObject json, String name) {
    return json.get(name).getAsString();
  }

  @Test
  void onlyAppsInTheChannelThatSubscribeHearOfIt() throws Exception {
    App other = fixture.workspace.app("other", "ana");
    try (SlackSdk.Socket outside = fixture.sdk.socket(other, true);
        SlackSdk.Socket inside = open(fixture, true)) {
      await().until(() -> fixture.slack.sockets().count(other) == 1);
      fixture.say("one");
      await().untilAsserted(() -> assertThat(inside.texts()).containsExactly("one"));
      fixture.workspace.join(other, fixture.channel);
      fixture.workspace.setEvents(fixture.app, Set.of());
      fixture.say("two");
      await().untilAsserted(() -> assertThat(outside.texts()).containsExactly("two"));
      assertThat(inside.texts()).containsExactly("one");
    }
  }

  @Test
  void eachEnvelopeGoesToOneOfTheConnections() throws Exception {
    try (SlackSdk.Socket first = open(fixture, true);
        SlackSdk.Socket second = open(fixture, true)) {
      for (int n = 0; n < 10; n++) {
        fixture.say("m" + n);
      }
      await()
          .untilAsserted(
              () -> {
                List<String> both = new ArrayList<>(first.texts());
                both.addAll(second.texts());
                assertThat(both).hasSize(10).doesNotHaveDuplicates();
              });
      assertThat(first.texts()).hasSize(5);
    }
  }

  @Test
  void theEleventhConnectionIsTurnedAway() throws Exception {
    List<SlackSdk.Socket> ten = new ArrayList<>();
    try {
      for (int n = 0; n < 10; n++) {
        ten.add(open(fixture, true));
      }
      String url = fixture.sdk.with(fixture.app.appToken()).appsConnectionsOpen(r -> r).getUrl();
      // Slack's client keeps such frames to itself and tries again, so another one judges.
      assertThat(Http.firstFrame(url)).contains("disconnect", "too_many_websockets");
      assertThat(fixture.slack.sockets().count(fixture.app)).isEqualTo(10);
    } finally {
      for (SlackSdk.Socket socket : ten) {
        socket.close();
      }
    }
  }

  @Test
  void whatIsNotAcknowledgedComesAgainAtOnceAndAfterOneAndFiveMinutes() throws Exception {
    try (SlackSdk.Socket socket = open(fixture, false)) {
      fixture.say("hear me");
      await().untilAsserted(() -> assertThat(attempts(socket)).containsExactly(0));
      clock.move(Duration.ofSeconds(3));
      await().untilAsserted(() -> assertThat(attempts(socket)).containsExactly(0, 1));
      clock.move(Duration.ofMinutes(1));
      await().untilAsserted(() -> assertThat(attempts(socket)).containsExactly(0, 1, 2));
      clock.move(Duration.ofMinutes(5));
      await().untilAsserted(() -> assertThat(attempts(socket)).containsExactly(0, 1, 2, 3));
      clock.move(Duration.ofHours(1));
      await().until(() -> fixture.slack.sockets().unacknowledged(fixture.app) == 0);
      assertThat(attempts(socket)).hasSize(4);
      assertThat(socket.frames("events_api"))
          .extracting(frame -> frame.getAsJsonObject("payload").get("event_id").getAsString())
          .containsOnly(
              socket
                  .frames("events_api")
                  .get(0)
                  .getAsJsonObject("payload")
                  .get("event_id")
                  .getAsString());
    }
  }

  private static List<Integer> attempts(SlackSdk.Socket socket) {
    return socket.frames("events_api").stream()
        .map(frame -> frame.get("retry_attempt").getAsInt())
        .toList();
  }

  @Test
  void anAcknowledgedEnvelopeDoesNotComeAgain() throws Exception {
    try (SlackSdk.Socket socket = open(fixture, true)) {
      fixture.say("once");
      await().untilAsserted(() -> assertThat(socket.texts()).containsExactly("once"));
      await().until(() -> fixture.slack.sockets().unacknowledged(fixture.app) == 0);
      clock.move(Duration.ofMinutes(10));
      fixture.say("marker");
      await().untilAsserted(() -> assertThat(socket.texts()).containsExactly("once", "marker"));
    }
  }

  @Test
  void whatHappensWithoutAConnectionIsLostToTheApp() throws Exception {
    fixture.say("nobody listens");
    try (SlackSdk.Socket socket = open(fixture, true)) {
      fixture.say("now");
      await().untilAsserted(() -> assertThat(socket.texts()).containsExactly("now"));
    }
  }

  @Test
  void orIsDeliveredLateIfSoSet() throws Exception {
    try (Fixture late = new Fixture(Options.defaults().withLateDelivery(true))) {
      late.say("nobody listens");
      try (SlackSdk.Socket socket = open(late, true)) {
        await().untilAsserted(() -> assertThat(socket.texts()).containsExactly("nobody listens"));
      }
    }
  }

  @Test
  void aDirectConversationIsHeardAsOne() throws Exception {
    Channel direct = fixture.workspace.direct(fixture.ana.id(), fixture.app.botUserId());
    try (SlackSdk.Socket socket = open(fixture, true)) {
      fixture.workspace.post(fixture.ana, direct, "psst");
      await().untilAsserted(() -> assertThat(socket.texts()).containsExactly("psst"));
      assertThat(text(socket.events().get(0), "channel_type")).isEqualTo("im");
    }
  }

  @Test
  void eventsAboutChannelsComeToThoseWhoSubscribe() throws Exception {
    fixture.workspace.setEvents(
        fixture.app,
        Set.of("channel_created", "channel_rename", "channel_archive", "member_joined_channel"));
    try (SlackSdk.Socket socket = open(fixture, true)) {
      fixture.workspace.createChannel("brand-new", false);
      fixture.workspace.createChannel("hidden", true);
      fixture.workspace.rename(fixture.channel, "praise");
      fixture.workspace.join(fixture.workspace.person("bo"), fixture.channel);
      fixture.workspace.archive(fixture.channel, true);
      await().untilAsserted(() -> assertThat(socket.events()).hasSize(4));
      assertThat(socket.events())
          .extracting(event -> text(event, "type"))
          .containsExactly(
              "channel_created", "channel_rename", "member_joined_channel", "channel_archive");
    }
  }
}
