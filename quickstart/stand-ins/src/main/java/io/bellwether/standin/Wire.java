package io.bellwether.standin;

import io.undertow.server.AbstractServerConnection;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;
import org.xnio.Options;
import org.xnio.conduits.ConduitStreamSourceChannel;

/** Ends an exchange, well or badly. The headers are set before. Call it on a worker thread. */
public final class Wire {
  private static final Logger LOG = LoggerFactory.getLogger(Wire.class);

  private Wire() {}

  /** Sends all of the body. */
  public static void send(HttpServerExchange exchange, byte[] body) {
    try {
      startBlocking(exchange);
      try (OutputStream out = exchange.getOutputStream()) {
        out.write(body);
      }
    } catch (IOException callerIsGone) {
      LOG.debug("the caller did not wait for its answer", callerIsGone);
    }
  }

  /** Sends half of the body and closes the connection. */
  public static void truncate(HttpServerExchange exchange, byte[] body) {
    try {
      startBlocking(exchange);
      OutputStream out = exchange.getOutputStream();
      out.write(Arrays.copyOf(body, body.length / 2));
      out.flush();
    } catch (IOException callerIsGone) {
      LOG.debug("the caller did not wait for its answer", callerIsGone);
    }
    IoUtils.safeClose(exchange.getConnection());
  }

  /** Resets the TCP connection. */
  public static void reset(HttpServerExchange exchange) {
    ServerConnection connection = exchange.getConnection();
    try {
      connection.setOption(Options.CLOSE_ABORT, true);
    } catch (IOException closedAlready) {
      LOG.debug("nothing left to reset", closedAlready);
    }
    IoUtils.safeClose(connection);
  }

  /** Says nothing, and closes the connection after this time. */
  public static void silence(HttpServerExchange exchange, Duration time) {
    ServerConnection connection = exchange.getConnection();
    exchange.dispatch(
        () ->
            CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> IoUtils.safeClose(connection)));
  }

  /**
   * Runs this once when the caller closes its side while the answer is still being sent. Without it
   * only the next byte would show that nobody reads any more.
   */
  public static void whenGone(HttpServerExchange exchange, Runnable work) {
    AbstractServerConnection connection = (AbstractServerConnection) exchange.getConnection();
    connection.addCloseListener(closed -> work.run());
    ConduitStreamSourceChannel in = connection.getChannel().getSourceChannel();
    in.setReadListener(
        channel -> {
          try {
            if (channel.read(ByteBuffer.allocate(1)) < 0) {
              IoUtils.safeClose(connection);
            }
          } catch (IOException gone) {
            IoUtils.safeClose(connection);
          }
        });
    in.resumeReads();
  }

  private static void startBlocking(HttpServerExchange exchange) {
    if (!exchange.isBlocking()) {
      exchange.startBlocking();
    }
  }
}
