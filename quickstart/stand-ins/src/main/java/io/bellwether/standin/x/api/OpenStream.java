package io.bellwether.standin.x.api;

import io.bellwether.standin.Wire;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;

/**
 * One open stream: a line for each post when it becomes visible, and an empty one when the clock
 * says that nothing has been sent for too long.
 */
final class OpenStream {
  private static final Logger LOG = LoggerFactory.getLogger(OpenStream.class);
  private static final String LINE_END = "\r\n";

  /** The clock may be one that a test moves by hand, so it is looked at often. */
  private static final long LOOK_EVERY_MS = 10;

  private record Line(Instant due, long order, String text) {}

  private final ServerConnection connection;
  private final OutputStream out;
  private final View view;
  private final InstantSource clock;
  private final Duration keepAlive;
  private final PriorityQueue<Line> waiting =
      new PriorityQueue<>(Comparator.comparing(Line::due).thenComparing(Line::order));
  private final Semaphore more = new Semaphore(0);
  private long orders;
  private boolean stalled;
  private boolean ending;
  private volatile boolean closed;

  OpenStream(HttpServerExchange exchange, View view, InstantSource clock, Duration keepAlive) {
    this.connection = exchange.getConnection();
    this.out = exchange.getOutputStream();
    this.view = view;
    this.clock = clock;
    this.keepAlive = keepAlive;
    Wire.whenGone(exchange, this::drop);
  }

  View view() {
    return view;
  }

  /** Sends the line at this time, or at once if it has passed. */
  synchronized void send(Instant due, String text) {
    waiting.add(new Line(due, orders++, text));
    more.release();
  }

  /** Says nothing any more. */
  synchronized void stall() {
    stalled = true;
  }

  /** Sends what is due, then this line, and closes. */
  synchronized void end(String lastLine) {
    waiting.add(new Line(clock.instant(), orders++, lastLine));
    ending = true;
    more.release();
  }

  void drop() {
    closed = true;
    IoUtils.safeClose(connection);
  }

  /** Serves the stream until one of the two sides has had enough. */
  void serve() {
    Instant last = clock.instant();
    try {
      out.flush();
      while (!closed) {
        String text = next();
        Instant now = clock.instant();
        if (text != null) {
          write(text + LINE_END);
          last = now;
        } else if (isEnding()) {
          break;
        } else if (!isStalled() && !last.plus(keepAlive).isAfter(now)) {
          write(LINE_END);
          last = now;
        }
      }
    } catch (IOException callerIsGone) {
      LOG.debug("the reader of a stream is gone", callerIsGone);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      drop();
    }
  }

  private String next() throws InterruptedException {
    String due = take();
    if (due == null && more.tryAcquire(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
      more.drainPermits();
    }
    return due == null ? take() : due;
  }

  private synchronized String take() {
    return isDue() ? waiting.remove().text() : null;
  }

  private boolean isDue() {
    Line first = waiting.peek();
    return !stalled && first != null && !first.due().isAfter(clock.instant());
  }

  /** Not before all that is due has been sent. */
  private synchronized boolean isEnding() {
    return ending && !isDue();
  }

  private synchronized boolean isStalled() {
    return stalled;
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
