package io.bellwether.connect.slack.source.api;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.bellwether.connect.log.LogContext;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Socket Mode connection, from its opening to its end; it never opens itself again. Protocol:
 * docs.slack.dev/apis/events-api/using-socket-mode.
 */
final class LiveConnection extends WebSocketListener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveConnection.class);
  private static final int NORMAL_CLOSURE = 1000;

  /** Who hears what happens on a connection; called on the connection's own thread. */
  interface Listener {
    /**
     * The connection works: events come from now on.
     *
     * @param connections how many the app has, this one included
     */
    void onHello(LiveConnection greeted, int connections);

    /** An event came that wants to be acknowledged. */
    void onEvent(String envelopeId, JsonObject payload);

    /** The connection is over, for whatever reason. Called once. */
    void onEnd(LiveConnection ended, String reason);
  }

  private final Listener listener;
  private final LogContext context = LogContext.current();
  private final BoundedFrames frames;
  private WebSocket socket;
  private boolean over;

  LiveConnection(Listener listener, BoundedFrames frames) {
    this.listener = listener;
    this.frames = frames;
  }

  /**
   * Starts to connect; what becomes of it is told to the listener.
   *
   * @param http its ping interval decides how soon a silent peer counts as gone
   */
  synchronized void open(OkHttpClient http, String url) {
    socket = http.newWebSocket(new Request.Builder().url(url).build(), this);
  }

  /** Acknowledges an event; a connection that is over cannot, and Slack will send it again. */
  synchronized void acknowledge(String envelopeId) {
    JsonObject answer = new JsonObject();
    answer.addProperty("envelope_id", envelopeId);
    if (!over && socket != null) {
      socket.send(answer.toString());
    }
  }

  @Override
  public void onMessage(WebSocket webSocket, String text) {
    frames.complete();
    context.run(() -> read(text));
  }

  private void read(String text) {
    try {
      JsonObject frame = JsonParser.parseString(text).getAsJsonObject();
      switch (Messages.text(frame, "type").orElse("")) {
        case "hello" -> listener.onHello(this, connections(frame));
        case "disconnect" ->
            end("Slack asks to connect anew: " + Messages.text(frame, "reason").orElse(""));
        case "events_api" ->
            listener.onEvent(
                Messages.text(frame, "envelope_id").orElse(""),
                Messages.object(frame, "payload").orElseGet(JsonObject::new));
        // Interactive events and commands are not for us, but would be sent again and again.
        default -> Messages.text(frame, "envelope_id").ifPresent(this::acknowledge);
      }
    } catch (JsonParseException
        | IllegalStateException
        | ClassCastException
        | NumberFormatException e) {
      LOG.warn(
          "A frame from Slack cannot be read and is left out: {}", e.getClass().getSimpleName());
    }
  }

  @Override
  public void onClosing(WebSocket webSocket, int code, String reason) {
    context.run(() -> end("closed by Slack with code " + code));
  }

  @Override
  public void onFailure(WebSocket webSocket, Throwable failure, Response response) {
    context.run(() -> end("broken (" + failure.getClass().getSimpleName() + ")"));
  }

  @Override
  public synchronized void close() {
    over = true;
    if (socket != null) {
      socket.close(NORMAL_CLOSURE, null);
      socket.cancel();
    }
  }

  private void end(String reason) {
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
    }
    listener.onEnd(this, reason);
  }

  private static int connections(JsonObject hello) {
    return hello.has("num_connections") ? hello.get("num_connections").getAsInt() : 1;
  }
}
