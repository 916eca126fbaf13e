package io.bellwether.quickstart.rows;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The machine's time until Ctrl-C or SIGTERM; the JVM then lives on until this is closed. */
public final class CtrlC implements Timekeeper, AutoCloseable {
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  private CtrlC() {}

  /** Heeds the signals from now on. */
  public static CtrlC heeded() {
    CtrlC signals = new CtrlC();
    Runtime.getRuntime().addShutdownHook(new Thread(signals::stopAndAwait, "stop"));
    return signals;
  }

  private void stopAndAwait() {
    stop.countDown();
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public boolean stoppedWithin(long nanos) {
    try {
      return stop.await(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
