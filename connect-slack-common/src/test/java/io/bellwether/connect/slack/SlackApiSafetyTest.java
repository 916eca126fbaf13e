package io.bellwether.connect.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.connect.remote.Outcome.Ok;
import io.bellwether.connect.remote.Outcome.Reject;
import io.bellwether.connect.remote.Outcome.Retry;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a strange answer, address or middleman cannot bring about. */
class SlackApiSafetyTest extends SlackApiCase {
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
