package io.bellwether.standin.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Calls without any Slack client, for what those hide. */
final class Http {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI api;

  Http(SlackStandIn slack) {
    this.api = slack.webApiUrl();
  }

  /** Posts a form of names and values; a null token sends none. */
  HttpResponse<String> form(String method, String token, String... pairs)
      throws IOException, InterruptedException {
    StringJoiner form = new StringJoiner("&");
    for (int at = 0; at < pairs.length; at += 2) {
      form.add(pairs[at] + "=" + URLEncoder.encode(pairs[at + 1], StandardCharsets.UTF_8));
    }
    return send(method, token, "application/x-www-form-urlencoded", form.toString());
  }

  HttpResponse<String> send(String method, String token, String contentType, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(api.resolve(method))
            .timeout(Duration.ofSeconds(2))
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  static JsonNode json(HttpResponse<String> response) throws IOException {
    return JSON.readTree(response.body());
  }

  /** The error word of a form call; null when it went well. */
  String error(String method, String token, String... pairs)
      throws IOException, InterruptedException {
    JsonNode error = json(form(method, token, pairs)).get("error");
    return error == null ? null : error.asText();
  }

  /** Opens a socket, waits for its first frame and closes it. */
  static String firstFrame(String url) {
    CompletableFuture<String> first = new CompletableFuture<>();
    WebSocket socket =
        CLIENT
            .newWebSocketBuilder()
            .buildAsync(
                URI.create(url),
                new WebSocket.Listener() {
                  @Override
                  public CompletionStage<?> onText(
                      WebSocket from, CharSequence text, boolean last) {
                    first.complete(text.toString());
                    return null;
                  }
                })
            .join();
    try {
      return first.orTimeout(5, TimeUnit.SECONDS).join();
    } finally {
      socket.abort();
    }
  }
}
