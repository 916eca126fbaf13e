package io.bellwether.standin.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.response.AckResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Slack's own client as judge. */
final class SlackSdk implements AutoCloseable {
  private final Slack slack;

  SlackSdk(SlackStandIn standIn) {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(standIn.webApiUrl().toString());
    config.setHttpClientReadTimeoutMillis(2_000);
    this.slack = Slack.getInstance(config);
  }

  MethodsClient with(String token) {
    return slack.methods(token);
  }

  /** Opens a socket and acknowledges what comes, if so told. */
  Socket socket(App app, boolean acknowledging) throws IOException {
    SocketModeClient client =
        slack.socketMode(app.appToken(), SocketModeClient.Backend.JavaWebSocket);
    return new Socket(client, acknowledging);
  }

  @Override
  public void close() throws Exception {
    slack.close();
  }

  /** A socket and the frames it got. */
  static final class Socket implements AutoCloseable {
    private final SocketModeClient client;
    private final List<JsonObject> frames = new CopyOnWriteArrayList<>();

    private Socket(SocketModeClient client, boolean acknowledging) throws IOException {
      this.client = client;
      client.addWebSocketMessageListener(
          text -> frames.add(JsonParser.parseString(text).getAsJsonObject()));
      if (acknowledging) {
        client.addEventsApiEnvelopeListener(
            envelope ->
                client.sendSocketModeResponse(
                    AckResponse.builder().envelopeId(envelope.getEnvelopeId()).build()));
      }
      client.connect();
    }

    SocketModeClient client() {
      return client;
    }

    List<JsonObject> frames(String type) {
      return frames.stream().filter(frame -> frame.get("type").getAsString().equals(type)).toList();
    }

    /** The events inside the envelopes, as they came. */
    List<JsonObject> events() {
      return frames("events_api").stream()
          .map(frame -> frame.getAsJsonObject("payload").getAsJsonObject("event"))
          .toList();
    }

    List<String> texts() {
      return events().stream()
          .filter(event -> event.has("text") && !event.has("subtype"))
          .map(event -> event.get("text").getAsString())
          .toList();
    }

    @Override
    public void close() throws IOException {
      client.disconnect();
      client.close();
    }
  }
}
