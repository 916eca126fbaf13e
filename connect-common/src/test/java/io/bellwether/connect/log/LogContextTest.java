package io.bellwether.connect.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** What log lines of a plugin's own threads carry. */
class LogContextTest {
  private static final String KEY = "connector.context";
  private static final String TASK = "[slack|task-0] ";

  private final Map<String, String> seen = new HashMap<>();

  @AfterEach
  void clear() {
    MDC.clear();
  }

  private void note() {
    seen.put(KEY, MDC.get(KEY));
  }

  private static void onAnotherThread(Runnable work) throws InterruptedException {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread thread = new Thread(work, "other");
    thread.setUncaughtExceptionHandler((ignored, thrown) -> failure.set(thrown));
    thread.start();
    thread.join();
    assertThat(failure).hasNullValue();
  }

  @Test
  void aThreadOfThePluginLogsAsTheOneThatMadeIt() throws InterruptedException {
    MDC.put(KEY, TASK);
    Thread daemon = LogContext.daemon("feed", this::note);
    MDC.put(KEY, "[another|task-1] ");
    daemon.start();
    daemon.join();
    assertThat(daemon.isDaemon()).isTrue();
    assertThat(daemon.getName()).isEqualTo("feed");
    assertThat(seen).containsEntry(KEY, TASK);
  }

  @Test
  void aThreadOfALibraryLogsAsTheTaskForAsLongAsItWorksForIt() throws InterruptedException {
    MDC.put(KEY, TASK);
    LogContext context = LogContext.current();
    onAnotherThread(
        () -> {
          MDC.put(KEY, "[library] ");
          context.run(this::note);
          assertThat(MDC.get(KEY)).isEqualTo("[library] ");
        });
    assertThat(seen).containsEntry(KEY, TASK);
  }

  @Test
  void aThreadWithoutAContextHasNoneAfterwardsEvenIfTheWorkFails() throws InterruptedException {
    MDC.put(KEY, TASK);
    LogContext context = LogContext.current();
    onAnotherThread(
        () -> {
          assertThatThrownBy(
                  () ->
                      context.run(
                          () -> {
                            note();
                            throw new IllegalStateException("expected");
                          }))
              .hasMessage("expected");
          assertThat(MDC.get(KEY)).isNull();
        });
    assertThat(seen).containsEntry(KEY, TASK);
  }

  @Test
  void outsideOfAWorkerThereIsNoContextAndNothingBreaks() {
    MDC.clear();
    LogContext.current().run(this::note);
    assertThat(seen).containsEntry(KEY, null);
  }
}
