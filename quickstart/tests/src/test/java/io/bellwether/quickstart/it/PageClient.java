package io.bellwether.quickstart.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What a browser asks of the demo's page. Messages are named {@code CHANNEL:TS}. */
final class PageClient {
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final URI page;

  PageClient(URI page) {
    this.page = page;
  }

  /** Says something in #feedback. */
  void say(String text) {
    say("feedback", text);
  }

  /** Says something in a channel or in another room. */
  void say(String channel, String text) {
    int status =
        post("api/messages", Map.of("channelId", channel(workspace(), channel), "text", text));
    if (status != 204) {
      throw new IllegalStateException("The page refuses a message: " + status);
    }
  }

  /** The status of the answer to a press of the button. */
  int kill(String part) {
    return post("api/kill", Map.of("part", part));
  }

  /** What has happened to a part, in order. */
  List<String> happened(String part) {
    List<String> kinds = new ArrayList<>();
    for (JsonNode event : workspace().path("parts")) {
      if (event.path("part").asText().equals(part)) {
        kinds.add(event.path("kind").asText());
      }
    }
    return kinds;
  }

  /** What stands in #feedback. */
  List<String> said() {
    return said("feedback");
  }

  /** What stands in a channel or in another room. */
  List<String> said(String channel) {
    List<String> said = new ArrayList<>();
    eachIn(channel, message -> said.add(name(message)));
    return said;
  }

  /** Which messages the alerts in a channel are about, repetitions included. */
  List<String> alerted(String channel) {
    List<String> alerted = new ArrayList<>();
    eachIn(channel, message -> message.path("alerts").forEach(about -> alerted.add(name(about))));
    return alerted;
  }

  private void eachIn(String channel, Consumer<JsonNode> action) {
    JsonNode workspace = workspace();
    String id = channel(workspace, channel);
    for (JsonNode message : workspace.path("messages")) {
      if (message.path("channelId").asText().equals(id)) {
        action.accept(message);
      }
    }
  }

  private static String name(JsonNode message) {
    return message.path("channelId").asText() + ":" + message.path("ts").asText();
  }

  private static String channel(JsonNode workspace, String name) {
    for (JsonNode channel : workspace.path("channels")) {
      if (channel.path("name").asText().equals(name)) {
        return channel.path("id").asText();
      }
    }
    throw new IllegalStateException("There is no channel " + name);
  }

  private JsonNode workspace() {
    return RunningDemo.json(page.resolve("api/workspace"));
  }

  private int post(String path, Map<String, String> body) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(page.resolve(path))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
              .build();
      return http.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
