package io.bellwether.connect.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Ok;
import io.bellwether.connect.remote.Outcome.Reject;
import io.bellwether.connect.remote.Outcome.Retry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.SocketPolicy;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each answer is written as Slack's documents show it, not as our code would like it. */
class SlackApiTest {
  private static final String SECRET = "the-secret-token";
  private final MockWebServer server = new MockWebServer();
  private SlackApi api;

  @BeforeEach
  void start() throws IOException {
    server.start();
    api =
        new SlackApi(
            server.url("/api/").toString(),
            new Password(SECRET),
            "slack.bot.token",
            Duration.ofSeconds(2));
  }

  @AfterEach
  void stop() throws IOException {
    api.close();
    server.shutdown();
  }

  private void answer(String body) {
    server.enqueue(new MockResponse().setBody(body));
  }

  @Test
  void theTokenTravelsOnlyInItsHeader() throws Exception {
    answer(
        "{\"ok\":true,\"team_id\":\"T1\",\"url\":\"https://acme.slack.com/\",\"user_id\":\"U1\"}");
    assertThat(api.identity())
        .isEqualTo(new Ok<>(new SlackIdentity("T1", "https://acme.slack.com/", "U1", null)));
    var request = server.takeRequest();
    assertThat(request.getHeader("Authorization")).isEqualTo("Bearer " + SECRET);
    assertThat(request.getPath()).isEqualTo("/api/auth.test");
    assertThat(request.getBody().readUtf8()).doesNotContain(SECRET);
  }

  @Test
  void aRateLimitIsARetryAfterTheTimeThatSlackNames() {
    server.enqueue(
        new MockResponse()
            .setResponseCode(429)
            .setHeader("Retry-After", "7")
            .setBody("{\"ok\":false,\"error\":\"ratelimited\"}"));
    assertThat(api.identity())
        .isInstanceOfSatisfying(
            Retry.class,
            retry -> {
              assertThat(retry.after()).isEqualTo(Duration.ofSeconds(7));
              assertThat(retry.maybeDone()).isFalse();
            });
  }

  @Test
  void whatWentWrongIsToldWithSlacksIdOfTheRequest() {
    server.enqueue(new MockResponse().setResponseCode(503).setHeader("x-slack-req-id", "ab12"));
    answer("{\"ok\":false,\"error\":\"fatal_error\"}");
    assertThat(api.identity())
        .isInstanceOfSatisfying(
            Retry.class, retry -> assertThat(retry.reason()).endsWith(" [x-slack-req-id ab12]"));
    assertThat(api.identity())
        .isInstanceOfSatisfying(
            Retry.class, retry -> assertThat(retry.reason()).doesNotContain("["));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"internal_error", "fatal_error", "service_unavailable", "request_timeout"})
  void troubleAtSlackIsARetryOfSomethingThatMayHaveHappened(String code) {
    answer("{\"ok\":false,\"error\":\"" + code + "\"}");
    assertThat(api.identity())
        .isInstanceOfSatisfying(Retry.class, retry -> assertThat(retry.maybeDone()).isTrue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"invalid_auth", "not_authed", "token_revoked", "token_expired"})
  void aRefusedTokenStopsEverythingAndNamesTheKeyNotTheToken(String code) {
    answer("{\"ok\":false,\"error\":\"" + code + "\"}");
    Outcome<SlackIdentity> outcome = api.identity();
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Reject.class,
            reject -> {
              assertThat(reject.scope()).isEqualTo(Outcome.Scope.ALL);
              assertThat(reject.remedy()).contains("slack.bot.token");
            });
    assertThat(outcome.toString()).doesNotContain(SECRET);
  }

  @Test
  void aMissingScopeIsNamed() {
    answer(
        "{\"ok\":false,\"error\":\"missing_scope\",\"needed\":\"users:read\",\"provided\":\"\"}");
    assertThat(api.user("U1"))
        .isInstanceOfSatisfying(
            Reject.class, reject -> assertThat(reject.remedy()).contains("users:read"));
  }

  @Test
  void aMessageOfAnUnknownFormDoesNotMakeItsPageUnreadable() throws Exception {
    answer("{\"ok\":true,\"has_more\":false,\"messages\":[{\"ts\":\"1.0\",\"blocks\":\"odd\"}]}");
    assertThat(api.history(Map.of("channel", "C1")))
        .isInstanceOfSatisfying(
            Ok.class, ok -> assertThat(ok.value().toString()).contains("\"odd\""));
    assertThat(server.takeRequest().getBody().readUtf8()).isEqualTo("channel=C1");
  }

  @Test
  void aThreadIsAskedForByItsParent() throws Exception {
    answer("{\"ok\":true,\"has_more\":false,\"messages\":[{\"ts\":\"1.0\"},{\"ts\":\"2.0\"}]}");
    assertThat(api.replies(Map.of("channel", "C1")))
        .isInstanceOfSatisfying(
            Ok.class, ok -> assertThat(ok.value().toString()).contains("\"2.0\""));
    var request = server.takeRequest();
    assertThat(request.getPath()).isEqualTo("/api/conversations.replies");
    assertThat(request.getBody().readUtf8()).isEqualTo("channel=C1");
  }

  @Test
  void anAnswerWithoutWhatItMustHaveIsARetry() {
    answer("{\"ok\":true}");
    assertThat(api.user("U1")).isInstanceOf(Retry.class);
  }

  @Test
  void anUnknownChannelIsRefusedForItselfOnly() {
    answer("{\"ok\":false,\"error\":\"channel_not_found\"}");
    assertThat(api.history(Map.of("channel", "C9")))
        .isInstanceOfSatisfying(
            Reject.class, reject -> assertThat(reject.scope()).isEqualTo(Outcome.Scope.ITEM));
  }

  @Test
  void aServerErrorACutBodyAndSilenceAreRetries() {
    server.enqueue(new MockResponse().setResponseCode(500).setBody("oops"));
    answer("{\"ok\":true,\"team_id\":\"T");
    server.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE));
    for (int call = 0; call < 3; call++) {
      assertThat(api.identity())
          .isInstanceOfSatisfying(Retry.class, retry -> assertThat(retry.maybeDone()).isTrue());
    }
  }

  @Test
  void aConnectionThatBreaksAfterTheRequestIsNotQuietlyRepeated() {
    server.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_AFTER_REQUEST));
    answer("{\"ok\":true}");
    assertThat(api.identity()).isInstanceOf(Retry.class);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aServerThatIsNotThereHasCertainlyDoneNothing() throws IOException {
    server.shutdown();
    assertThat(api.identity())
        .isInstanceOfSatisfying(Retry.class, retry -> assertThat(retry.maybeDone()).isFalse());
  }

  @Test
  void anAddressThatIsNoWebApiIsAnErrorOfItsKey() {
    server.enqueue(new MockResponse().setResponseCode(404).setBody("<html>"));
    assertThat(api.identity())
        .isInstanceOfSatisfying(
            Reject.class, reject -> assertThat(reject.remedy()).contains("slack.api.url"));
  }

  @Test
  void channelsAreListedToTheLastPage() {
    answer(
        "{\"ok\":true,\"channels\":[{\"id\":\"C1\",\"name\":\"a\",\"is_member\":true}],"
            + "\"response_metadata\":{\"next_cursor\":\"more\"}}");
    answer(
        "{\"ok\":true,\"channels\":[{\"id\":\"C2\",\"name\":\"b\",\"is_member\":false}],"
            + "\"response_metadata\":{\"next_cursor\":\"\"}}");
    assertThat(api.channels())
        .isEqualTo(
            new Ok<>(
                List.of(new SlackChannel("C1", "a", true), new SlackChannel("C2", "b", false))));
  }

  @Test
  void aRefusalWithoutAReasonIsNoVerdict() {
    answer("{\"ok\":null}");
    assertThat(api.history(Map.of("channel", "C1"))).isInstanceOf(Retry.class);
  }

  @Test
  void aListOfChannelsGoesOnWhereItHadToWait() {
    SlackChannels channels = new SlackChannels(api, SlackChannels.CHANNELS);
    answer(
        "{\"ok\":true,\"channels\":[{\"id\":\"C1\",\"name\":\"a\",\"is_member\":true}],"
            + "\"response_metadata\":{\"next_cursor\":\"two\"}}");
    server.enqueue(new MockResponse().setResponseCode(503));
    assertThat(channels.read()).isInstanceOf(Retry.class);
    answer("{\"ok\":true,\"channels\":[{\"id\":\"C2\",\"name\":\"b\",\"is_member\":true}]}");
    assertThat(channels.read())
        .isEqualTo(
            new Ok<>(
                List.of(new SlackChannel("C1", "a", true), new SlackChannel("C2", "b", true))));
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  private void socketUrl(String url) {
    answer("{\"ok\":true,\"url\":\"" + url + "\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"wss://wss-primary.slack.com/link/?ticket=1", "ws://127.0.0.1:7000/link?ticket=1"})
  void aSocketIsOpenedAtSlackOrOnThisMachine(String url) {
    socketUrl(url);
    assertThat(api.openConnection()).isEqualTo(new Ok<>(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wss://evil.example/link/?ticket=1",
        "wss://slack.com.evil.example/",
        "wss://evilslack.com/",
        "wss://slack.com@evil.example/",
        "ws://wss-primary.slack.com/link/?ticket=1",
        "ws://192.168.0.1/",
        "https://wss-primary.slack.com/",
        "file:///etc/passwd",
        ""
      })
  void aSocketIsOpenedNowhereElse(String url) {
    socketUrl(url);
    assertThat(api.openConnection())
        .isInstanceOfSatisfying(
            Retry.class, retry -> assertThat(retry.reason()).contains("is not opened"));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void theTokenFollowsNoRedirect(int status) throws IOException {
    try (MockWebServer other = new MockWebServer()) {
      other.start();
      for (int call = 0; call < 2; call++) {
        server.enqueue(
            new MockResponse()
                .setResponseCode(status)
                .setHeader("Location", other.url("/api/auth.test")));
      }
      assertThat(api.identity())
          .isInstanceOfSatisfying(
              Retry.class, retry -> assertThat(retry.reason()).contains("not followed"));
      assertThat(api.history(Map.of("channel", "C1"))).isInstanceOf(Retry.class);
      assertThat(other.getRequestCount()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://slack.com/api/", "http://127.0.0.1.evil.example/"})
  void theTokenDoesNotTravelInClear(String url) {
    assertThatThrownBy(
            () -> new SlackApi(url, new Password(SECRET), "slack.bot.token", Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anEchoedTokenIsBlottedOutAndForgesNoLogLine() {
    answer("{\"ok\":false,\"error\":\"bad " + SECRET + "\\nERROR all is lost\"}");
    assertThat(api.identity())
        .isInstanceOfSatisfying(
            Reject.class,
            reject -> assertThat(reject.code()).isEqualTo("bad [secret] ERROR all is lost"));
  }

  @Test
  void deepNestingIsUnreadableAndNoMore() {
    String deep = "[".repeat(50_000) + "]".repeat(50_000);
    answer("{\"ok\":true,\"messages\":" + deep + "}");
    answer("{\"ok\":true,\"team_id\":" + deep + "}");
    assertThat(api.history(Map.of("channel", "C1"))).isInstanceOf(Retry.class);
    assertThat(api.identity()).isInstanceOf(Retry.class);
  }

  @Test
  void aPackedAnswerThatWouldFillTheMemoryIsBrokenOff() throws IOException {
    Buffer packed = new Buffer();
    try (BufferedSink bomb = Okio.buffer(new GzipSink(packed))) {
      for (int megabyte = 0; megabyte < 100; megabyte++) {
        bomb.write(new byte[1 << 20]);
      }
    }
    server.enqueue(new MockResponse().setHeader("Content-Encoding", "gzip").setBody(packed));
    assertThat(api.history(Map.of("channel", "C1")))
        .isInstanceOfSatisfying(
            Retry.class, retry -> assertThat(retry.reason()).contains("longer than"));
  }
}
