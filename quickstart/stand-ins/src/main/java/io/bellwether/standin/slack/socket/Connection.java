package io.bellwether.standin.slack.socket;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.undertow.websockets.core.WebSocketCallback;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;

/** One open socket of an app. */
final class Connection {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
  private static final WebSocketCallback<Void> CLOSE_ON_ERROR =
      new WebSocketCallback<>() {
        @Override
        public void complete(WebSocketChannel channel, Void context) {
          // Sent; whether it arrived is what the acknowledgement tells.
        }

        @Override
        public void onError(WebSocketChannel channel, Void context, Throwable failed) {
          LOG.debug("a socket broke while sending", failed);
          IoUtils.safeClose(channel);
        }
      };

  private final WebSocketChannel channel;
  private volatile boolean halfOpen;

  Connection(WebSocketChannel channel) {
    this.channel = channel;
  }

  /** Sends a frame, unless the connection is half open: then it goes nowhere. */
  void send(ObjectNode frame) {
    if (!halfOpen) {
      WebSockets.sendText(frame.toString(), channel, CLOSE_ON_ERROR);
    }
  }

  void ping() {
    if (!halfOpen) {
      WebSockets.sendPing(
          ByteBuffer.wrap("Ping from stand-in".getBytes(StandardCharsets.UTF_8)),
          channel,
          CLOSE_ON_ERROR);
    }
  }

  void pong(ByteBuffer[] data) {
    if (!halfOpen) {
      WebSockets.sendPong(data, channel, CLOSE_ON_ERROR);
    }
  }

  /** Tells the client to go; all reasons but {@code warning} close the socket after it. */
  void disconnect(String reason) {
    ObjectNode frame = JsonNodeFactory.instance.objectNode();
    frame.put("type", "disconnect").put("reason", reason);
    frame.putObject("debug_info").put("host", "stand-in");
    send(frame);
    if (!reason.equals("warning") && !halfOpen) {
      WebSockets.sendClose(1000, "", channel, CLOSE_ON_ERROR);
    }
  }

  /** Neither sends nor answers any more, and stays open. */
  void halfOpen() {
    halfOpen = true;
  }

  boolean isHalfOpen() {
    return halfOpen;
  }

  /** Gone without a close frame. */
  void drop() {
    IoUtils.safeClose(channel);
  }
}
