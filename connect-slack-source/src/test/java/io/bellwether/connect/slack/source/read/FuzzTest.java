package io.bellwether.connect.slack.source.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.connect.feedback.FeedbackRecords;
import io.bellwether.connect.metrics.Meters;
import io.bellwether.connect.offset.Heartbeats;
import io.bellwether.connect.poll.PollLoop;
import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.RateBudget;
import io.bellwether.connect.remote.RetryClock;
import io.bellwether.connect.slack.SlackApi;
import io.bellwether.connect.slack.SlackIdentity;
import io.bellwether.connect.slack.source.api.HistoryReader;
import io.bellwether.connect.slack.source.api.LiveFeed;
import io.bellwether.connect.slack.source.api.SlackNames;
import io.bellwether.connect.slack.source.mapping.BotRule;
import io.bellwether.connect.slack.source.mapping.FeedbackMapper;
import io.bellwether.connect.slack.source.mapping.KeywordFilter;
import io.bellwether.connect.slack.source.mapping.Wanted;
import io.bellwether.connect.slack.source.offset.SlackPartition;
import io.bellwether.connect.slack.source.offset.SlackPosition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import okio.Buffer;
import okio.ByteString;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.utils.ExponentialBackoff;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A thousand answers and frames that no document shows, by a seed: the task outlives them all. */
@Timeout(300)
class FuzzTest {
  private static final String BOT = "xoxb-secret-of-the-bot";
  private static final String APP = "xapp-secret-of-the-app";
  private static final String MESSAGE =
      "{\"type\":\"message\",\"channel\":\"C1\",\"user\":\"U1\",\"ts\":\"1700000000.000100\","
          + "\"text\":\"hello\",\"reply_count\":2,\"latest_reply\":\"1700000001.000100\","
          + "\"edited\":{\"user\":\"U1\",\"ts\":\"1700000002.000000\"}}";
  private static final String PAGE =
      "{\"ok\":true,\"messages\":[" + MESSAGE + "],\"has_more\":false}";
  private static final String EVENT =
      "{\"type\":\"events_api\",\"envelope_id\":\"e1\",\"payload\":{\"event\":"
          + "{\"type\":\"message\",\"subtype\":\"message_changed\",\"channel\":\"C1\",\"ts\":"
          + "\"1700000003.000000\",\"message\":"
          + MESSAGE
          + ",\"previous_message\":"
          + MESSAGE
          + "}}}";
  private static final String LAST =
      "{\"type\":\"events_api\",\"envelope_id\":\"last\",\"payload\":{\"event\":{\"type\":"
          + "\"message\",\"channel\":\"C1\",\"user\":\"U1\",\"ts\":\"999999999998.000100\","
          + "\"text\":\"still here\"}}}";
  private static final List<String> ODD =
      List.of(
          "null",
          "true",
          "-1",
          "1e999",
          "[]",
          "{}",
          "\"\"",
          "\"\\u0000\"",
          "[[[[]]]]",
          "{\"a\":",
          "99999999999999999999",
          "\"1700000000\"",
          "\"9999999999999.9\"",
          "\ud83d");

  private final Random random = new Random(20261121);
  private final MockWebServer server = new MockWebServer();
  private final List<WebSocket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicInteger answers = new AtomicInteger();
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final PollLoop loop = new PollLoop("fuzz-call");
  private volatile boolean good;
  private volatile Instant now = Instant.parse("2026-11-01T00:00:00Z");
  private SlackApi api;
  private LiveFeed live;
  private SlackReader reader;

  @BeforeEach
  void start() throws IOException {
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    server.setDispatcher(new Odd());
    server.start();
    api =
        new SlackApi(
            server.url("/api/").toString(),
            new Password(BOT),
            "slack.bot.token",
            Duration.ofSeconds(10));
    InstantSource clock = () -> now;
    FeedbackMapper mapper =
        new FeedbackMapper(
            new SlackIdentity("T1", "https://acme.slack.com/", "UBOT", "B1"),
            new SlackNames(api, RateBudget.perMinute(clock, 600_000), Map.of()),
            new Wanted(KeywordFilter.containing(List.of()), BotRule.ALL, true, true));
    ChannelReader channel =
        new ChannelReader(
            new ChannelLedger(
                new SlackPartition("T1", "C1"),
                Optional.empty(),
                SlackPosition.at("0"),
                new Watching(Duration.ofDays(7).toSeconds(), true, true, false),
                new FeedbackRecords("feedback"),
                new Heartbeats("heartbeats", "slack")),
            mapper);
    ExponentialBackoff backoff = new ExponentialBackoff(500, 2, 60_000, 0.2);
    SourceMeters meters = new SourceMeters(Meters.none(), clock);
    live = new LiveFeed(Set.of("C1"), mapper, clock, () -> {});
    reader =
        new SlackReader(
            Map.of("C1", channel),
            new CatchUp(
                List.of(channel),
                new HistoryReader(api, mapper, 200),
                api::identity,
                new CatchUp.Pace(
                    new MethodBudget("history", clock, 45),
                    new MethodBudget("replies", clock, 45),
                    200,
                    backoff,
                    any -> Duration.ofSeconds(5),
                    any -> Duration.ofSeconds(5)),
                meters,
                clock,
                loop),
            Optional.of(live),
            () -> new Outcome.Ok<>(server.url("/link").toString().replace("http:", "ws:")),
            new RetryClock(clock, backoff),
            Duration.ofSeconds(5),
            meters,
            clock,
            loop);
  }

  @AfterEach
  void stop() throws IOException {
    System.setErr(err);
    live.close();
    loop.close();
    api.close();
    sockets.forEach(socket -> socket.close(1000, null));
    server.shutdown();
  }

  @Test
  void noTaskDiesOfAnInputAndNoMessageTellsASecret() {
    int frames = 0;
    while (frames < 500 || answers.get() < 500) {
      read();
      if (!sockets.isEmpty() && frames < 500) {
        frames++;
        send(frame());
      }
    }
    good = true;
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              send(LAST);
              return read().stream().anyMatch(FuzzTest::isLast);
            });
    assertThat(log.toString(StandardCharsets.UTF_8)).contains("WARN").doesNotContain(BOT, APP);
  }

  /** Time hardly passes while something is under way; a look-up of names may wait for it. */
  private List<SourceRecord> read() {
    loop.takeAnswer();
    List<SourceRecord> records = reader.read();
    records.forEach(reader::delivered);
    assertThat(records.toString()).doesNotContain(BOT, APP);
    if (!loop.isAsking()) {
      Duration idle = reader.idle();
      now = now.plus(idle.compareTo(Duration.ofMillis(10)) > 0 ? idle : Duration.ofMillis(10));
    } else {
      now = now.plusNanos(1_000);
    }
    return records;
  }

  private static boolean isLast(SourceRecord record) {
    return record.value() instanceof Struct value
        && value.schema().field("text") != null
        && value.getString("text").equals("still here");
  }

  private void send(String text) {
    if (!sockets.isEmpty()) {
      WebSocket last = sockets.get(sockets.size() - 1);
      if (random.nextInt(20) == 0) {
        last.send(ByteString.encodeUtf8(text));
      } else {
        last.send(text);
      }
    }
  }

  private String frame() {
    return odd(random.nextInt(4) == 0 ? MESSAGE : EVENT);
  }

  /** A good text with something wrong in it. */
  private String odd(String text) {
    StringBuilder spoilt = new StringBuilder(text);
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      int at = random.nextInt(spoilt.length());
      switch (random.nextInt(5)) {
        case 0 -> spoilt.setLength(Math.max(1, at));
        case 1 -> spoilt.deleteCharAt(at);
        case 2 -> spoilt.setCharAt(at, (char) random.nextInt(0x3000));
        default -> replaceValue(spoilt, at);
      }
    }
    return spoilt.toString();
  }

  private void replaceValue(StringBuilder text, int from) {
    int colon = text.indexOf(":", from);
    if (colon > 0) {
      int end = colon + 1;
      while (end < text.length() && ",}]".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      text.replace(colon + 1, end, ODD.get(random.nextInt(ODD.size())));
    }
  }

  /** Answers of the documented form while the session opens, odd ones for what is read then. */
  private final class Odd extends Dispatcher {
    @Override
    public synchronized MockResponse dispatch(RecordedRequest request) {
      String path = request.getPath();
      if (path.startsWith("/link")) {
        return new MockResponse().withWebSocketUpgrade(new Greeting());
      }
      return switch (path.substring("/api/".length())) {
        case "auth.test" -> json("{\"ok\":true,\"team_id\":\"T1\",\"user_id\":\"UB\"}");
        case "users.info" ->
            json("{\"ok\":true,\"user\":{\"id\":\"U1\",\"name\":\"ann\",\"is_bot\":false}}");
        default -> good ? json(PAGE) : spoilt();
      };
    }

    private MockResponse spoilt() {
      answers.incrementAndGet();
      return switch (random.nextInt(8)) {
        case 0 -> new MockResponse().setResponseCode(500 + random.nextInt(5)).setBody("<html>");
        case 1 ->
            new MockResponse()
                .setBody(new Buffer().write(odd(PAGE).getBytes(StandardCharsets.UTF_16)));
        case 2 -> json("");
        default -> json(odd(PAGE));
      };
    }

    private static MockResponse json(String body) {
      return new MockResponse().setBody(body);
    }
  }

  private final class Greeting extends WebSocketListener {
    @Override
    public void onOpen(WebSocket socket, Response response) {
      socket.send("{\"type\":\"hello\",\"num_connections\":1}");
      sockets.add(socket);
    }
  }
}
