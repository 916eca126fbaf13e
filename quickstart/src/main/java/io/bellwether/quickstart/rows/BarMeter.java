package io.bellwether.quickstart.rows;

import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on standard error. */
final class BarMeter implements Meter {
  private static final int UPDATE_MILLIS = 200;
  private static final long UPDATE_NANOS = UPDATE_MILLIS * 1_000_000L;
  private static final String CLEAR_LINE = "\r\033[K";

  /**
   * Held, or the setting would be collected: that no cursor can be moved is no news to the user.
   */
  private static final Logger TERMINAL = Logger.getLogger("org.jline");

  private final ProgressBar bar;
  private LongSupplier lastPosition = () -> 0;
  private long lastRows;
  private long shown = System.nanoTime() - UPDATE_NANOS;

  BarMeter(String task, long whole, Unit unit) {
    TERMINAL.setLevel(Level.SEVERE);
    bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(whole)
            .setUnit(unit.label(), unit.size())
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(UPDATE_MILLIS)
            // Draws on its own line alone: one that moves up and down writes over the notes.
            .setConsumer(new ConsoleProgressBarConsumer(System.err))
            .build();
  }

  @Override
  public void at(LongSupplier position, long rows) {
    lastPosition = position;
    lastRows = rows;
    long now = System.nanoTime();
    if (now - shown > UPDATE_NANOS) {
      show();
      shown = now;
    }
  }

  private void show() {
    bar.stepTo(Math.min(lastPosition.getAsLong(), bar.getMax()));
    bar.setExtraMessage(String.format(Locale.ROOT, " %,d rows", lastRows));
  }

  @Override
  public void note(String line) {
    System.err.println(CLEAR_LINE + line);
  }

  @Override
  public void close() {
    show();
    bar.close();
  }
}
