package io.bellwether.quickstart.rows;

import java.util.concurrent.CountDownLatch;

/** The machine's time until Ctrl-C or SIGTERM; the JVM then lives on until this is closed. */
public final class CtrlC implements Timekeeper, AutoCloseable {
  private final Stopped time = new Stopped();
  private final CountDownLatch closed = new CountDownLatch(1);

  private CtrlC() {}

  /** Heeds the signals from now on. */
  public static CtrlC heeded() {
    CtrlC signals = new CtrlC();
    Runtime.getRuntime().addShutdownHook(new Thread(signals::stopAndAwait, "stop"));
    return signals;
  }

  private void stopAndAwait() {
    time.now();
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public long nanos() {
    return time.nanos();
  }

  @Override
  public boolean stoppedWithin(long nanos) {
    return time.stoppedWithin(nanos);
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
