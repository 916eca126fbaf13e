package io.bellwether.quickstart.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.standin.slack.App;
import io.bellwether.standin.slack.SlackStandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** An alert as the sink posts it: over the Web API, with metadata. */
final class PostedAlert {
  private PostedAlert() {}

  static void post(SlackStandIn slack, App app, String channel, String text, JsonNode metadata) {
    String form =
        "channel="
            + encoded(channel)
            + "&text="
            + encoded(text)
            + "&metadata="
            + encoded(metadata.toString());
    HttpRequest request =
        HttpRequest.newBuilder(slack.webApiUrl().resolve("chat.postMessage"))
            .header("Authorization", "Bearer " + app.botToken())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.body()).contains("\"ok\":true");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
