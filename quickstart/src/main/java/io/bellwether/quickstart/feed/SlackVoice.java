package io.bellwether.quickstart.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.quickstart.process.LaunchException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** An app in a real workspace, by {@code chat.postMessage} of Slack's Web API. */
public final class SlackVoice implements Voice {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final int OK = 200;
  private static final int TOO_MANY = 429;
  private static final Set<String> ABOUT_THE_TEXT = Set.of("msg_too_long", "no_text");

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final URI method;
  private final String token;
  private final String channel;

  /**
   * For a channel by name or id.
   *
   * @param api base address of the Web API, with a slash at its end
   */
  public SlackVoice(URI api, String token, String channel) {
    this.method = api.resolve("chat.postMessage");
    this.token = token;
    this.channel = channel;
  }

  /** Says a text in Slack's markup. */
  @Override
  public Answer say(String markup) throws IOException, InterruptedException {
    byte[] body = json.writeValueAsBytes(Map.of("channel", channel, "text", markup));
    HttpRequest post =
        HttpRequest.newBuilder(method)
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    HttpResponse<byte[]> answer = http.send(post, BodyHandlers.ofByteArray());
    return switch (answer.statusCode()) {
      case OK -> judged(json.readTree(answer.body()));
      case TOO_MANY ->
          new Answer.Later(
              Duration.ofSeconds(answer.headers().firstValueAsLong("Retry-After").orElse(1)));
      default -> throw new IOException("Slack answered " + answer.statusCode());
    };
  }

  private Answer judged(JsonNode answer) {
    if (answer.path("ok").asBoolean()) {
      return new Answer.Posted();
    }
    String error = answer.path("error").asText("unknown");
    if (ABOUT_THE_TEXT.contains(error)) {
      return new Answer.Refused(error);
    }
    throw new LaunchException("Slack refuses to post in " + channel + ": " + error + ".");
  }
}
