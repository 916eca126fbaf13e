package io.bellwether.chaos.lab;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** What happens, line by line, each with the time since the begin. Safe for several threads. */
public final class Notes {
  private final PrintWriter out;
  private final long begin = System.nanoTime();

  public Notes(PrintWriter out) {
    this.out = out;
  }

  /** Something happened now. */
  public synchronized void note(String format, Object... values) {
    double seconds = elapsed().toMillis() / 1000.0;
    out.printf(Locale.ROOT, "%7.1f s  ", seconds);
    out.printf(Locale.ROOT, format, values);
    out.println();
    out.flush();
  }

  /** Text of several lines, as it is. */
  public synchronized void show(String text) {
    out.println(text);
    out.flush();
  }

  /** Since the begin. */
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
