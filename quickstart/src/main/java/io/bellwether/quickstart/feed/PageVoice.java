package io.bellwether.quickstart.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.quickstart.process.LaunchException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** The person at the demo's page: posts as if typed there, which no posting limit slows down. */
public final class PageVoice implements Voice {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final int UNPROCESSABLE = 422;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ObjectMapper json = new ObjectMapper();
  private final URI page;
  private final String channelId;

  /**
   * For a channel by name, with or without {@code #}.
   *
   * @throws LaunchException if the page does not answer or has no such channel
   */
  public PageVoice(URI page, String channel) throws InterruptedException {
    this.page = page;
    this.channelId = find(channel);
  }

  private String find(String channel) throws InterruptedException {
    try {
      var answer = http.send(request("api/workspace").GET().build(), BodyHandlers.ofByteArray());
      if (answer.statusCode() != OK) {
        throw new LaunchException("The page at " + page + " answered " + answer.statusCode() + ".");
      }
      for (JsonNode each : json.readTree(answer.body()).path("channels")) {
        if (each.path("name").asText().equals(channel.replaceFirst("^#", ""))) {
          return each.path("id").asText();
        }
      }
    } catch (IOException e) {
      throw new LaunchException("The page at " + page + " does not answer: " + e, e);
    }
    throw new LaunchException("There is no channel " + channel + " on the page at " + page + ".");
  }

  @Override
  public Answer say(String text) throws IOException, InterruptedException {
    byte[] draft = json.writeValueAsBytes(Map.of("channelId", channelId, "text", text));
    HttpRequest post =
        request("api/messages")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(draft))
            .build();
    int status = http.send(post, BodyHandlers.discarding()).statusCode();
    return switch (status) {
      case NO_CONTENT -> new Answer.Posted();
      case UNPROCESSABLE -> new Answer.Refused("longer than a message may be");
      default -> throw new LaunchException("The page at " + page + " answered " + status + ".");
    };
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(page.resolve(path)).timeout(TIMEOUT);
  }
}
