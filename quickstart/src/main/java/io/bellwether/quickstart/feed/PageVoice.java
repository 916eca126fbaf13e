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
import java.util.function.Predicate;

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

  private PageVoice(URI page, Predicate<JsonNode> which, String otherwise)
      throws InterruptedException {
    this.page = page;
    this.channelId = find(which, otherwise);
  }

  /**
   * For a channel by name, with or without {@code #}.
   *
   * @throws LaunchException if the page does not answer or has no such channel
   */
  public static PageVoice inChannel(URI page, String channel) throws InterruptedException {
    String name = channel.replaceFirst("^#", "");
    return new PageVoice(
        page,
        each -> each.path("name").asText().equals(name),
        "There is no channel " + channel + " on the page at " + page + ".");
  }

  /**
   * For the demo's stand-in for X.
   *
   * @throws LaunchException if the page does not answer or the demo runs without X
   */
  public static PageVoice onX(URI page) throws InterruptedException {
    return new PageVoice(
        page,
        each -> each.path("place").asText().equals("x"),
        "The demo at " + page + " runs without X. Start it with './bellwether demo --with x'.");
  }

  private String find(Predicate<JsonNode> which, String otherwise) throws InterruptedException {
    try {
      var answer = http.send(request("api/workspace").GET().build(), BodyHandlers.ofByteArray());
      if (answer.statusCode() != OK) {
        throw new LaunchException("The page at " + page + " answered " + answer.statusCode() + ".");
      }
      for (JsonNode each : json.readTree(answer.body()).path("channels")) {
        if (which.test(each)) {
          return each.path("id").asText();
        }
      }
    } catch (IOException e) {
      throw new LaunchException("The page at " + page + " does not answer: " + e, e);
    }
    throw new LaunchException(otherwise);
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
