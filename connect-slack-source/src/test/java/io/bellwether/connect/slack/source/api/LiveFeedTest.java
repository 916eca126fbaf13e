package io.bellwether.connect.slack.source.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.connect.slack.SlackIdentity;
import io.bellwether.connect.slack.source.mapping.BotRule;
import io.bellwether.connect.slack.source.mapping.FeedbackMapper;
import io.bellwether.connect.slack.source.mapping.KeywordFilter;
import io.bellwether.connect.slack.source.mapping.People;
import io.bellwether.connect.slack.source.mapping.Wanted;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Frames that no document shows must not make the feed deaf. */
@Timeout(30)
class LiveFeedTest {
  private static final String GOOD =
      "{'type':'events_api','envelope_id':'good','payload':{'event':{'type':'message',"
          + "'channel':'C1','user':'U1','ts':'1700000000.000100','text':'hello'}}}";

  private final MockWebServer server = new MockWebServer();
  private final List<WebSocket> open = new CopyOnWriteArrayList<>();
  private final List<String> acknowledged = new CopyOnWriteArrayList<>();
  private final LiveFeed feed =
      new LiveFeed(
          Set.of("C1"),
          new FeedbackMapper(
              new SlackIdentity("T1", "https://acme.slack.com/", "UBOT", "B1"),
              new Ids(),
              new Wanted(KeywordFilter.containing(List.of()), BotRule.ALL, true, false)),
          InstantSource.system(),
          () -> {});

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() throws IOException {
    feed.close();
    open.forEach(socket -> socket.close(1000, null));
    server.shutdown();
  }

  private void connect(List<String> frames) {
    server.enqueue(
        new MockResponse()
            .withWebSocketUpgrade(
                new WebSocketListener() {
                  @Override
                  public void onOpen(WebSocket socket, Response response) {
                    open.add(socket);
                    frames.forEach(frame -> socket.send(frame.replace('\'', '"')));
                  }

                  @Override
                  public void onMessage(WebSocket socket, String text) {
                    acknowledged.add(text);
                  }
                }));
    feed.connect(server.url("/link").toString());
  }

  private Live awaitLive() {
    return await().until(feed::poll, Optional::isPresent).orElseThrow();
  }

  @Test
  void oddFramesAreAcknowledgedAndTheNextMessageStillComes() {
    connect(
        List.of(
            "no json",
            "[]",
            "{'type':'hello','num_connections':1}",
            "{'type':'hello','num_connections':'many'}",
            "{'type':'events_api','envelope_id':'e1'}",
            "{'type':'events_api','envelope_id':'e2','payload':{'type':'app_rate_limited'}}",
            "{'type':'events_api','envelope_id':'e3','payload':{'event':{'type':'reaction_added'}}}",
            "{'type':'events_api','envelope_id':'e4','payload':{'event':{'type':'message',"
                + "'channel':'C1','ts':'soon','text':{}}}}",
            "{'type':'events_api','envelope_id':'e5','payload':{'event':{'type':'message',"
                + "'channel':'C2','ts':'1700000000.000100','text':'elsewhere'}}}",
            "{'type':'slash_commands','envelope_id':'e6'}",
            GOOD));

    assertThat(awaitLive().said().feedback().orElseThrow().text()).isEqualTo("hello");
    await().untilAsserted(() -> assertThat(acknowledged).hasSize(6));
    assertThat(feed.isDown()).isFalse();
    assertThat(feed.takeGap()).isTrue();
  }

  @Test
  void aFrameWithoutEndIsBrokenOff() {
    String megabyte = "x".repeat(1 << 20);
    connect(List.of("{'type':'hello','padding':'" + megabyte + "'}", GOOD));
    assertThat(awaitLive().said().feedback().orElseThrow().text()).isEqualTo("hello");
    assertThat(feed.isDown()).isFalse();
    connect(List.of("{'type':'hello','padding':'" + megabyte.repeat(5) + "'}"));
    await().until(feed::isDown);
  }

  @Test
  void aSocketIsNotLedElsewhere() throws IOException {
    try (MockWebServer other = new MockWebServer()) {
      other.start();
      server.enqueue(
          new MockResponse().setResponseCode(302).setHeader("Location", other.url("/link")));
      feed.connect(server.url("/link").toString());
      await().until(feed::isDown);
      assertThat(server.getRequestCount()).isEqualTo(1);
      assertThat(other.getRequestCount()).isZero();
    }
  }

  @Test
  void cutAndScrambledFramesNeverEndTheFeed() {
    Random random = new Random(11);
    List<String> frames = new CopyOnWriteArrayList<>();
    for (int n = 0; n < 1_000; n++) {
      StringBuilder frame = new StringBuilder(GOOD.substring(0, random.nextInt(GOOD.length())));
      frame.append(GOOD.substring(random.nextInt(GOOD.length())));
      frames.add(frame.toString());
    }
    frames.add(GOOD.replace("'good'", "'last'"));
    connect(frames);

    await()
        .until(
            () ->
                Stream.generate(feed::poll)
                    .takeWhile(Optional::isPresent)
                    .anyMatch(live -> live.get().envelopeId().equals("last")));
  }

  @Test
  void aRequestToReconnectEndsTheConnection() {
    connect(List.of("{'type':'hello'}", "{'type':'disconnect','reason':'refresh_requested'}"));
    await().until(feed::isDown);
  }

  private static final class Ids implements People {
    @Override
    public boolean isBot(String userId) {
      return false;
    }

    @Override
    public String user(String id) {
      return id;
    }

    @Override
    public String channel(String id) {
      return id;
    }
  }
}
