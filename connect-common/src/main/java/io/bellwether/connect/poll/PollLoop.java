package io.bellwether.connect.poll;

import io.bellwether.connect.remote.Pause;
import io.bellwether.connect.remote.PendingCall;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * The loop of a source task: what a remote call brought is taken, a {@link Reader} makes records of
 * it and asks for more, and where there is nothing the task waits a little. One remote call is
 * under way at a time and never on the task's own thread, so that {@link #poll} is quick and all
 * state belongs to that thread alone. {@link #close()} ends every wait at once and leaves a call
 * that runs behind.
 */
public final class PollLoop implements AutoCloseable {
  /** Connect stops a task only between polls. */
  private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

  private final Pause pause = new Pause();
  private final Duration longestWait;
  private final PendingCall<Runnable> call;

  /**
   * @param threadName of the thread that remote calls run on
   */
  public PollLoop(String threadName) {
    this(threadName, LONGEST_WAIT);
  }

  /**
   * The same for a test that does not want to wait.
   *
   * @param longestWait of one turn
   */
  public PollLoop(String threadName, Duration longestWait) {
    this.longestWait = longestWait;
    call = new PendingCall<>(threadName, pause::wake);
  }

  /**
   * One turn.
   *
   * @return records, or {@code null} when there are none for now, as Connect wants it
   */
  public List<SourceRecord> poll(Reader reader) throws InterruptedException {
    takeAnswer();
    List<SourceRecord> records = reader.read();
    if (!records.isEmpty()) {
      return records;
    }
    Duration idle = reader.idle();
    pause.await(idle.compareTo(longestWait) > 0 ? longestWait : idle);
    return null;
  }

  /** Whether a call is under way: no other may be started. */
  public boolean isAsking() {
    return call.isPending();
  }

  /**
   * Starts a remote call.
   *
   * @param question asked on the thread of calls
   * @param answered told the answer on the task's thread, at the beginning of a later turn
   */
  public <T> void ask(Supplier<T> question, Consumer<T> answered) {
    call.start(
        () -> {
          T answer = question.get();
          return () -> answered.accept(answer);
        });
  }

  /**
   * Tells the answer of a call. {@link #poll} does it by itself.
   *
   * @return whether there was one
   */
  public boolean takeAnswer() {
    Optional<Runnable> answer = call.take();
    answer.ifPresent(Runnable::run);
    return answer.isPresent();
  }

  /** There is news from elsewhere: the current wait, or else the next one, ends. */
  public void wake() {
    pause.wake();
  }

  @Override
  public void close() {
    pause.stop();
    call.close();
  }
}
