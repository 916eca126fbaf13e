package io.bellwether.quickstart.page.console;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the parts, about once a second on a thread of its own: one that is away may take long.
 */
final class PartsLook implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PartsLook.class);

  private final Wiring wiring;
  private final Books books;
  private final TopicFollower follower;
  private final ConnectLook connect;
  private final KafkaLook kafka;
  private final Checkpoint checkpoint;
  private volatile State state = new State(false, List.of(), -1, -1);
  private Batch latest = new Batch(-1, -1, java.util.OptionalLong.empty(), Map.of());

  /**
   * What was seen.
   *
   * @param connectAnswers whether the worker's REST API does
   * @param batchMillis how long Spark's latest batch took, -1 where it is not known
   * @param batchAt when it was committed, milliseconds since the epoch, -1 where there was none
   */
  record State(
      boolean connectAnswers, List<ConnectLook.Task> tasks, long batchMillis, long batchAt) {}

  PartsLook(Wiring wiring, Books books, TopicFollower follower) {
    this.wiring = wiring;
    this.books = books;
    this.follower = follower;
    this.connect = new ConnectLook(wiring.connect());
    this.kafka = new KafkaLook(wiring.bootstrap());
    this.checkpoint = new Checkpoint(wiring.checkpoint());
  }

  State state() {
    return state;
  }

  void look() throws InterruptedException {
    lookAtSpark();
    State seen = new State(false, List.of(), latest.took().orElse(-1), latest.committedAt());
    try {
      seen = new State(true, connect.tasks(), seen.batchMillis(), seen.batchAt());
      state = seen;
      if (books.ledger.isAnybodyWaiting()) {
        judge();
      }
    } catch (IOException | ExecutionException | TimeoutException e) {
      LOG.debug("A part is away; nothing is judged meanwhile", e);
      state = seen;
    }
  }

  private void lookAtSpark() {
    try {
      for (Batch batch : checkpoint.after(latest.id())) {
        batch
            .took()
            .ifPresent(took -> books.timeline.most(batch.committedAt(), Bucket.Column.BATCH, took));
        latest = batch;
      }
    } catch (IOException e) {
      LOG.debug("The checkpoint cannot be read now", e);
    }
  }

  /** First how far each has committed, then the ends: what was handed on stands before them. */
  private void judge()
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    Map<String, Passed.Reached> sources = new HashMap<>(connect.positions(wiring.source()));
    if (wiring.x().isPresent()) {
      XWiring x = wiring.x().get();
      sources.put(EventId.X, new XReached(x, connect.drained(x.source())));
    }
    Passed passed = new Passed(sources, latest.end(), kafka.committed("connect-" + wiring.sink()));
    Map<TopicPartition, Long> ends = kafka.ends(wiring.topics());
    follower.after(ends, () -> books.ledger.judge(passed));
  }

  @Override
  public void close() {
    kafka.close();
  }
}
