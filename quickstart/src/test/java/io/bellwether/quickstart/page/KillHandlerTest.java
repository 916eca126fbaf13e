package io.bellwether.quickstart.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.quickstart.stack.Cast;
import io.bellwether.quickstart.stack.Part;
import io.bellwether.standin.slack.Options;
import io.bellwether.standin.slack.SlackStandIn;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KillHandlerTest {
  private static final PartEvent EVENT =
      new PartEvent(
          Instant.parse("2026-01-02T03:04:05.678Z"), Part.CONNECT, PartEvent.Kind.KILLED, "why");

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Part> killed = new ArrayList<>();
  private SlackStandIn slack;
  private Page page;

  @BeforeEach
  void start() {
    slack = SlackStandIn.start(Options.defaults());
    page = Page.start(0, slack.workspace(), Cast.in(slack.workspace()).person());
  }

  @AfterEach
  void stop() {
    page.close();
    slack.close();
  }

  private void arm(boolean up) {
    page.arm(
        new KillSwitch() {
          @Override
          public boolean kill(Part part) {
            killed.add(part);
            return up;
          }

          @Override
          public List<PartEvent> history() {
            return List.of(EVENT);
          }
        });
  }

  @Test
  void eachPartCanBeKilledByItsName() throws Exception {
    arm(true);
    for (String part : List.of("broker", "connect", "spark")) {
      assertThat(post("{\"part\": \"" + part + "\"}")).isEqualTo(202);
    }
    assertThat(killed).containsExactly(Part.BROKER, Part.CONNECT, Part.SPARK);
  }

  @Test
  void whatIsNotUpCannotBeKilled() throws Exception {
    assertThat(post("{\"part\": \"spark\"}")).as("before the demo is ready").isEqualTo(409);
    arm(false);
    assertThat(post("{\"part\": \"spark\"}")).isEqualTo(409);
  }

  @Test
  void whatIsNoPartIsRefused() throws Exception {
    arm(true);
    assertThat(post("{\"part\": \"page\"}")).isEqualTo(404);
    assertThat(post("{}")).isEqualTo(404);
    assertThat(post("null")).isEqualTo(404);
    assertThat(post("{")).isEqualTo(400);
    assertThat(post("")).isEqualTo(400);
    assertThat(status(kill().GET())).isEqualTo(405);
    assertThat(killed).isEmpty();
  }

  @Test
  void anotherSiteCannotKill() throws Exception {
    arm(true);
    var body = HttpRequest.BodyPublishers.ofString("{\"part\": \"spark\"}");
    assertThat(status(kill().header("Origin", "https://evil.example").POST(body))).isEqualTo(403);
    assertThat(status(kill().setHeader("Content-Type", "text/plain").POST(body))).isEqualTo(415);
    assertThat(killed).isEmpty();
  }

  @Test
  void aReloadedPageKnowsWhatHappened() throws Exception {
    arm(true);
    String all = http.send(get("api/workspace"), BodyHandlers.ofString()).body();
    assertThat(new ObjectMapper().readTree(all).path("parts")).containsExactly(expected());
  }

  @Test
  void anOpenPageIsTold() throws Exception {
    arm(true);
    String position =
        new ObjectMapper()
            .readTree(http.send(get("api/workspace"), BodyHandlers.ofString()).body())
            .path("position")
            .asText();
    page.happened(EVENT);
    try (InputStream stream =
            http.send(get("api/events?after=" + position), BodyHandlers.ofInputStream()).body();
        Scanner lines = new Scanner(stream, StandardCharsets.UTF_8)) {
      // Not necessarily the first event: what the workspace told before can still be on its way.
      assertThat(lines.findWithinHorizon("(?m)^event: ?part$", 0)).isNotNull();
    }
  }

  private static JsonNode expected() throws Exception {
    return new ObjectMapper()
        .readTree(
            "{\"at\": \"2026-01-02T03:04:05.678Z\", \"part\": \"connect\","
                + " \"kind\": \"killed\", \"text\": \"why\"}");
  }

  private HttpRequest get(String path) {
    return HttpRequest.newBuilder(page.url().resolve(path)).build();
  }

  private HttpRequest.Builder kill() {
    return HttpRequest.newBuilder(page.url().resolve("api/kill"))
        .header("Content-Type", "application/json");
  }

  private int post(String body) throws Exception {
    return status(kill().POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private int status(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.discarding()).statusCode();
  }
}
