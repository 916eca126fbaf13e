package io.bellwether.quickstart.replay;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Saves something five times a second until closed. */
public final class Saving implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Saving.class);

  private static final long PERIOD_MILLIS = 200;

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "saving"));

  private Saving() {}

  /** That one time fails is logged; the next one tries again. */
  public static Saving regularly(Runnable save) {
    Saving saving = new Saving();
    Future<?> unused =
        saving.timer.scheduleWithFixedDelay(
            () -> attempt(save), PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    return saving;
  }

  private static void attempt(Runnable save) {
    try {
      save.run();
    } catch (RuntimeException e) {
      LOG.warn("How far the replay has come cannot be saved", e);
    }
  }

  /** After this nothing is being saved. */
  @Override
  public void close() throws InterruptedException {
    timer.shutdown();
    timer.awaitTermination(1, TimeUnit.MINUTES);
  }
}
