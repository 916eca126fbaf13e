package io.bellwether.quickstart.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.quickstart.stack.Cast;
import io.bellwether.standin.slack.Options;
import io.bellwether.standin.slack.SlackStandIn;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {
  private final HttpClient http = HttpClient.newHttpClient();
  private SlackStandIn slack;
  private Page page;
  private String channel;

  @BeforeEach
  void start() {
    slack = SlackStandIn.start(Options.defaults());
    Cast cast = Cast.in(slack.workspace());
    channel = slack.workspace().channel("feedback").orElseThrow().id();
    page = Page.start(0, slack.workspace(), cast.person());
  }

  @AfterEach
  void stop() {
    page.close();
    slack.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "page.css", "js/main.js", "api/workspace", "nowhere"})
  void everyAnswerForbidsWhatThePageDoesNotNeed(String path) throws Exception {
    var headers = send(HttpRequest.newBuilder(page.url().resolve(path))).headers();
    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void aNameReboundToLoopbackIsRefused() throws Exception {
    assertThat(send(get().header("Host", "evil.example:" + page.url().getPort())).statusCode())
        .isEqualTo(403);
    assertThat(send(get().header("Host", "localhost:" + page.url().getPort())).statusCode())
        .isEqualTo(200);
  }

  @Test
  void anotherSiteCannotPost() throws Exception {
    assertThat(send(post(draft("hello")).header("Origin", "https://evil.example")).statusCode())
        .isEqualTo(403);
    assertThat(send(post(draft("hello")).header("Origin", "null")).statusCode()).isEqualTo(403);
    assertThat(send(post(draft("hello")).setHeader("Content-Type", "text/plain")).statusCode())
        .isEqualTo(415);
  }

  @Test
  void thePageItselfCanPost() throws Exception {
    String own = "http://127.0.0.1:" + page.url().getPort();
    assertThat(send(post(draft("hello")).header("Origin", own)).statusCode()).isEqualTo(204);
  }

  @Test
  void whatIsNoMessageIsRefused() throws Exception {
    assertThat(send(post("{")).statusCode()).isEqualTo(400);
    assertThat(send(post("{}")).statusCode()).isEqualTo(404);
    assertThat(send(post("{\"channelId\":\"C0\",\"text\":\"x\"}")).statusCode()).isEqualTo(404);
    assertThat(send(post(draft("  "))).statusCode()).isEqualTo(422);
    assertThat(send(post(draft("x".repeat(50_000)))).statusCode()).isEqualTo(422);
  }

  private String draft(String text) {
    return "{\"channelId\":\"" + channel + "\",\"text\":\"" + text + "\"}";
  }

  private HttpRequest.Builder get() {
    return HttpRequest.newBuilder(page.url());
  }

  private HttpRequest.Builder post(String body) {
    return HttpRequest.newBuilder(page.url().resolve("api/messages"))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
