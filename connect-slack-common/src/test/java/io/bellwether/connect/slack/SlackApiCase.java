package io.bellwether.connect.slack;

import java.io.IOException;
import java.time.Duration;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A client and a server whose answers a test writes as Slack's documents show them. */
abstract class SlackApiCase {
  static final String SECRET = "the-secret-token";
  final MockWebServer server = new MockWebServer();
  SlackApi api;

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

  final void answer(String body) {
    server.enqueue(new MockResponse().setBody(body));
  }
}
