package io.bellwether.connect.log;

import java.util.Map;
import org.slf4j.MDC;

/**
 * Which connector and task log lines belong to. Connect says it to the logging of its own threads
 * ({@code connector.context}); by this the threads of a plugin say the same.
 */
public final class LogContext {
  private final Map<String, String> values;

  private LogContext(Map<String, String> values) {
    this.values = values;
  }

  /** That of the calling thread. */
  public static LogContext current() {
    Map<String, String> copy = MDC.getCopyOfContextMap();
    return new LogContext(copy == null ? Map.of() : copy);
  }

  /** A thread that logs as the calling one; a daemon, not started. */
  public static Thread daemon(String name, Runnable work) {
    LogContext context = current();
    Thread thread = new Thread(() -> context.run(work), name);
    thread.setDaemon(true);
    return thread;
  }

  /** Runs something on a thread of somebody else. */
  public void run(Runnable work) {
    Map<String, String> before = MDC.getCopyOfContextMap();
    MDC.setContextMap(values);
    try {
      work.run();
    } finally {
      if (before == null) {
        MDC.clear();
      } else {
        MDC.setContextMap(before);
      }
    }
  }
}
