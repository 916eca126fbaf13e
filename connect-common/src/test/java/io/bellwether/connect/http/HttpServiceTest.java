package io.bellwether.connect.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.connect.metrics.CallMeters;
import io.bellwether.connect.remote.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.SocketPolicy;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class HttpServiceTest {
  private static final int LONGEST = 100;
  private static final Secrets SECRETS = new Secrets(List.of("canary/secret"));
  private final MockWebServer server = new MockWebServer();
  private HttpService service;

  @BeforeEach
  void start() throws IOException {
    server.start();
    service = service(Duration.ofSeconds(10));
  }

  @AfterEach
  void stop() throws IOException {
    service.close();
    server.shutdown();
  }

  private HttpService service(Duration time) {
    return new HttpService(
        new HttpService.Settings("Test", server.url("/v1").toString(), time, LONGEST, SECRETS),
        CallMeters.unpublished());
  }

  private Outcome<JsonNode> call() {
    return call(service.url("things").build());
  }

  private Outcome<JsonNode> call(HttpUrl url) {
    return service.call(
        new Request.Builder().url(url).build(), answer -> JsonBody.of(answer, "Test"));
  }

  private static String reason(Outcome<?> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Retry.class);
    return ((Outcome.Retry<?>) outcome).reason();
  }

  @Test
  void anAnswerIsReadBelowTheBaseUrl() throws Exception {
    server.enqueue(new MockResponse().setBody("{\"a\":1}"));
    assertThat(call()).isInstanceOf(Outcome.Ok.class);
    assertThat(server.takeRequest().getPath()).isEqualTo("/v1/things");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":", "", "<html>", "17", "{} {}", "[1e9999999999]"})
  void aBodyThatIsNoWholeObjectIsTriedAgain(String body) {
    server.enqueue(new MockResponse().setBody(body));
    assertThat(reason(call())).contains("Test's answer is no whole JSON");
  }

  @Test
  void whatWentWrongIsToldWithTheServicesIdOfTheRequest() {
    server.enqueue(new MockResponse().setBody("{").setHeader("CF-Ray", "7d8a0c1e2f3b-FRA"));
    assertThat(reason(call())).endsWith(" [CF-Ray 7d8a0c1e2f3b-FRA]");
    server.enqueue(new MockResponse().setBody("{").setHeader("X-Transaction-Id", "5f<script>"));
    assertThat(reason(call())).doesNotContain("[", "script");
    server.enqueue(new MockResponse().setBody("{}").setHeader("x-slack-req-id", "1"));
    assertThat(call()).isInstanceOf(Outcome.Ok.class);
  }

  @Test
  void aBodyThatIsTooLongIsNotRead() {
    server.enqueue(new MockResponse().setBody("[" + "1,".repeat(LONGEST) + "1]"));
    assertThat(reason(call())).contains("longer than 100 bytes");
  }

  @Test
  void aBodyThatBreaksOffIsTriedAgain() {
    server.enqueue(
        new MockResponse()
            .setBody("[" + "1,".repeat(40) + "1]")
            .setSocketPolicy(SocketPolicy.DISCONNECT_DURING_RESPONSE_BODY));
    assertThat(reason(call())).contains("did not answer to the end");
  }

  @Test
  void aConnectionThatBreaksIsNotQuietlyTriedTwice() {
    server.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_AFTER_REQUEST));
    server.enqueue(new MockResponse().setBody("{}"));
    assertThat(call()).isInstanceOf(Outcome.Retry.class);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aPackedBodyIsNotUnpackedBeyondTheBound() throws IOException {
    Buffer packed = new Buffer();
    try (BufferedSink bomb = Okio.buffer(new GzipSink(packed))) {
      for (int megabyte = 0; megabyte < 200; megabyte++) {
        bomb.write(new byte[1 << 20]);
      }
    }
    server.enqueue(new MockResponse().setHeader("Content-Encoding", "gzip").setBody(packed));
    assertThat(reason(call())).contains("longer than 100 bytes");
  }

  @Test
  void nestingIsBounded() {
    service.close();
    service =
        new HttpService(
            new HttpService.Settings(
                "Test", server.url("/").toString(), Duration.ofSeconds(10), 1 << 20, SECRETS),
            CallMeters.unpublished());
    server.enqueue(new MockResponse().setBody("[".repeat(100_000) + "]".repeat(100_000)));
    assertThat(reason(call())).contains("StreamConstraintsException");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void noRedirectIsFollowedNotEvenToTheSameServer(int status) throws Exception {
    try (MockWebServer other = new MockWebServer()) {
      other.start();
      server.enqueue(
          new MockResponse().setResponseCode(status).setHeader("Location", other.url("/stolen")));
      assertThat(reason(call())).contains("sends us to").contains("not followed");
      server.enqueue(new MockResponse().setResponseCode(status).setHeader("Location", "/v1/other"));
      assertThat(reason(call())).contains("not followed");
      assertThat(other.getRequestCount()).isZero();
      assertThat(server.getRequestCount()).isEqualTo(2);
    }
  }

  @Test
  void aSecretThatAnAnswerEchoesIsBlottedOut() {
    server.enqueue(
        new MockResponse().setBody("{\"no\":\"canary/secret\",\"nor\":\"canary%2Fsecret\"}"));
    assertThat(call())
        .isInstanceOfSatisfying(
            Outcome.Ok.class,
            ok ->
                assertThat(ok.value().toString())
                    .isEqualTo("{\"no\":\"[secret]\",\"nor\":\"[secret]\"}"));
    assertThat(SECRETS.toString()).doesNotContain("canary");
  }

  @Test
  void wordsOfAServiceForgeNoLineOfALog() {
    Outcome.Reject<?> reject = new Outcome.Reject<>(Outcome.Scope.ALL, "a\nb", "c\r\nd\u001b[31m");
    assertThat(reject.code() + reject.remedy()).isEqualTo("a bc d [31m");
    assertThat(new Outcome.Retry<>(Duration.ZERO, "a\nb", false).reason()).isEqualTo("a b");
  }

  @Test
  void aServerThatIsSilentIsGivenUpInTime() {
    service.close();
    service = service(Duration.ofMillis(200));
    server.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE));
    assertThat(reason(call())).contains("did not answer to the end");
  }

  @Test
  void closingEndsACallUnderWay() {
    server.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE));
    CompletableFuture<Outcome<JsonNode>> call = CompletableFuture.supplyAsync(this::call);
    await().until(() -> server.getRequestCount() == 1);
    service.close();
    assertThat(call).succeedsWithin(Duration.ofSeconds(1)).isInstanceOf(Outcome.Retry.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://example.com", "http://127.0.0.1.example.com", "ftp://x", "x"})
  void secretsGoOnlyToTlsOrToThisMachine(String url) {
    assertThatThrownBy(
            () ->
                new HttpService(
                    new HttpService.Settings("Test", url, Duration.ofSeconds(1), 1, SECRETS),
                    CallMeters.unpublished()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void waitsAreReadAsSecondsOrAsADateByTheServersOwnClock() {
    Instant ours = Instant.parse("2026-11-01T00:00:00Z");
    assertThat(retryAfter("17", ours)).isEqualTo(Duration.ofSeconds(17));
    assertThat(retryAfter("Wed, 21 Oct 2015 07:28:30 GMT", ours)).isEqualTo(Duration.ofSeconds(30));
    assertThat(retryAfter("Wed, 21 Oct 2015 07:27:00 GMT", ours)).isZero();
    assertThat(retryAfter("soon", ours)).isZero();
    assertThat(retryAfter("-3", ours)).isZero();
  }

  private static Duration retryAfter(String value, Instant now) {
    okhttp3.Headers headers =
        okhttp3.Headers.of("retry-after", value, "Date", "Wed, 21 Oct 2015 07:28:00 GMT");
    return new HttpAnswer(503, headers, okio.ByteString.EMPTY).retryAfter(now);
  }
}
