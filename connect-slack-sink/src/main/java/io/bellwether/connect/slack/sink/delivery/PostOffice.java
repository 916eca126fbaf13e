package io.bellwether.connect.slack.sink.delivery;

import io.bellwether.connect.log.LogContext;
import io.bellwether.connect.remote.Pause;
import io.bellwether.connect.slack.sink.mapping.Alert;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.common.TopicPartition;

/**
 * Posts alerts in the background. The task hands them in and later collects what became of them;
 * neither ever waits for the network.
 */
public final class PostOffice implements AutoCloseable {
  /** A message under way gets this long before its offset is given up for this commit. */
  private static final Duration LAST_ANSWER = Duration.ofMillis(500);

  private static final Duration THREAD_END = Duration.ofMillis(200);

  private final Outbox outbox;
  private final Messenger messenger;
  private final int capacity;
  private final Gate gate = new Gate();
  private final Pause pause = new Pause();
  private final Queue<Settled> settled = new ConcurrentLinkedQueue<>();
  private final Thread poster;

  /**
   * Opens, with a thread of its own.
   *
   * @param name of the thread
   * @param capacity how many alerts may wait before {@link #isFull()}
   */
  public PostOffice(
      String name,
      Messenger messenger,
      InstantSource clock,
      DeliveryPace pace,
      int capacity,
      Tally tally) {
    this.outbox = new Outbox(messenger, clock, pace);
    this.messenger = messenger;
    this.capacity = capacity;
    tally.watch(outbox, clock);
    this.poster =
        LogContext.daemon(name, new Poster(outbox, messenger, gate, pause, settled, clock, tally));
    poster.start();
  }

  /** Whether no more should be handed in for now. */
  public boolean isFull() {
    return outbox.size() >= capacity;
  }

  /** Takes alerts over; they are posted in this order, each channel at its own pace. */
  public void accept(Collection<Alert> alerts) {
    alerts.forEach(outbox::add);
    if (!alerts.isEmpty()) {
      pause.wake();
    }
  }

  /** What has been settled since the last call. */
  public List<Settled> collect() {
    List<Settled> all = new ArrayList<>();
    for (Settled one = settled.poll(); one != null; one = settled.poll()) {
      all.add(one);
    }
    return all;
  }

  /**
   * Posts nothing until {@link #resume()}, or for two seconds. A message under way is given half a
   * second to be settled.
   */
  public void hold() {
    gate.shut();
    gate.awaitEmpty(LAST_ANSWER);
  }

  /** Posts again after {@link #hold()}. */
  public void resume() {
    if (gate.open()) {
      pause.wake();
    }
  }

  /** Partitions were assigned: each channel is looked into before the next message. */
  public void forget() {
    outbox.forget();
  }

  /** Forgets the alerts of partitions that now belong to another task. */
  public void drop(Collection<TopicPartition> revoked) {
    outbox.drop(revoked);
  }

  /** Stops posting, also in the middle of a call. */
  @Override
  public void close() {
    pause.stop();
    messenger.close();
    poster.interrupt();
    try {
      poster.join(THREAD_END.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
