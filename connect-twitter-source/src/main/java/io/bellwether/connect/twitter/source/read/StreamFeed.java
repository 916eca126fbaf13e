package io.bellwether.connect.twitter.source.read;

import io.bellwether.connect.log.LogContext;
import io.bellwether.connect.twitter.source.api.PostStream;
import io.bellwether.connect.twitter.source.api.StreamedPost;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the posts off an open stream, on a thread of its own, as fast as they come: X drops a
 * client that reads slowly. It promises nothing but speed; search brings what it missed.
 */
final class StreamFeed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StreamFeed.class);
  private static final int QUEUE = 2_000;

  private final Runnable onNews;
  private final BlockingQueue<StreamedPost> ready = new ArrayBlockingQueue<>(QUEUE);
  private final AtomicReference<PostStream> open = new AtomicReference<>();
  private final AtomicBoolean worked = new AtomicBoolean();
  private final AtomicBoolean missed = new AtomicBoolean();

  /**
   * @param onNews told when there is something to take, or the stream has ended
   */
  StreamFeed(Runnable onNews) {
    this.onNews = onNews;
  }

  /** Reads this stream until it ends. */
  void attach(PostStream stream) {
    worked.set(false);
    open.set(stream);
    LogContext.daemon("x-stream", () -> readAll(stream)).start();
  }

  boolean isOpen() {
    return open.get() != null;
  }

  /** Whether anything, be it a sign of life, came through the connection that was opened last. */
  boolean hasWorked() {
    return worked.get();
  }

  /** Whether there was no room for posts since the last time this was asked. */
  boolean takeMissed() {
    return missed.getAndSet(false);
  }

  Optional<StreamedPost> poll() {
    return Optional.ofNullable(ready.poll());
  }

  private void readAll(PostStream stream) {
    try {
      while (open.get() == stream) {
        Optional<StreamedPost> post = stream.next();
        worked.set(true);
        if (post.isPresent()) {
          missed.compareAndSet(false, !ready.offer(post.get()));
          onNews.run();
        }
      }
    } catch (IOException | RuntimeException e) {
      // Whatever is wrong with a line, the stream is opened anew and search brings the post.
      LOG.info("The stream is over: {}", e.getMessage());
    } finally {
      stream.close();
      open.compareAndSet(stream, null);
      onNews.run();
    }
  }

  /** Ends the stream, if one is open. */
  @Override
  public void close() {
    PostStream running = open.getAndSet(null);
    if (running != null) {
      running.close();
    }
  }
}
