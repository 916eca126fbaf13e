package io.bellwether.connect.poll;

import io.bellwether.connect.log.LogContext;
import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Ok;
import io.bellwether.connect.remote.Outcome.Reject;
import io.bellwether.connect.remote.Outcome.Retry;
import io.bellwether.connect.remote.Pause;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at something of a service again and again, on a thread of the connector's own: which
 * channels there are, which markets.
 *
 * @param <T> what a look shows
 */
public final class Monitor<T> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Monitor.class);
  private static final Duration TROUBLE = Duration.ofSeconds(5);

  private final String what;
  private final Supplier<Outcome<T>> look;
  private final Duration interval;
  private final Consumer<T> seen;
  private final Consumer<ConnectException> onRefusal;
  private final Pause pause = new Pause();
  private final Thread thread;

  /**
   * @param what is looked at, as in "the channels", for log and errors; the thread's name too
   * @param look asks the service
   * @param interval between two looks
   * @param seen told what a look has shown, on the monitor's thread
   * @param onRefusal told when only a person can help
   */
  public Monitor(
      String what,
      Supplier<Outcome<T>> look,
      Duration interval,
      Consumer<T> seen,
      Consumer<ConnectException> onRefusal) {
    this.what = what;
    this.look = look;
    this.interval = interval;
    this.seen = seen;
    this.onRefusal = onRefusal;
    this.thread = LogContext.daemon("monitor of " + what, this::run);
  }

  /** Begins to look. */
  public void start() {
    thread.start();
  }

  private void run() {
    try {
      Duration wait = Duration.ZERO;
      while (pause.await(wait)) {
        wait = look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      refused(new ConnectException("Nobody looks at " + what + " any more", e));
    }
  }

  /**
   * Once it is closed nobody is told: the worker takes the connector's means away, a look that was
   * under way fails for want of them, and the worker would refuse to hear of it.
   */
  private void refused(ConnectException why) {
    try {
      if (!pause.isStopped()) {
        onRefusal.accept(why);
        return;
      }
    } catch (RuntimeException e) {
      if (!pause.isStopped()) {
        throw e;
      }
    }
    LOG.debug("Closed while looking at {}", what, why);
  }

  private Duration look() {
    Outcome<T> answer = look.get();
    if (answer instanceof Retry<T> retry) {
      LOG.warn("Looking at {} has to wait: {}", what, retry.reason());
      return retry.after().compareTo(TROUBLE) > 0 ? retry.after() : TROUBLE;
    }
    if (answer instanceof Reject<T> reject) {
      refused(
          new ConnectException(
              "Looking at %s is refused (%s). %s".formatted(what, reject.code(), reject.remedy())));
    } else if (answer instanceof Ok<T> ok && !pause.isStopped()) {
      seen.accept(ok.value());
    }
    return interval;
  }

  @Override
  public void close() {
    pause.stop();
  }
}
