package io.bellwether.connect.slack.sink.delivery;

import io.bellwether.connect.slack.sink.delivery.ReadBack.Step;
import io.bellwether.connect.slack.sink.delivery.ReadBack.Step.Done;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** A service that answers as a test wants; without further wishes every channel is empty. */
public final class FakeMessenger implements Messenger {
  /** Texts of what was posted. */
  public final List<String> posted = new CopyOnWriteArrayList<>();

  /** Since when channels were read. */
  public final List<Instant> read = new CopyOnWriteArrayList<>();

  /** Since when first messages of threads were read. */
  public final List<Instant> parentsRead = new CopyOnWriteArrayList<>();

  /** Counted down by {@link #close}. */
  public final CountDownLatch closed = new CountDownLatch(1);

  private final Function<Message, Delivery> service;
  private final List<Step> steps = new ArrayList<>();

  public FakeMessenger(Function<Message, Delivery> service) {
    this.service = service;
  }

  /** The next steps of looks into channels, in this order. */
  public synchronized FakeMessenger steps(Step... next) {
    steps.addAll(List.of(next));
    return this;
  }

  @Override
  public Delivery post(Message message) {
    Delivery delivery = service.apply(message);
    if (delivery instanceof Delivery.Posted) {
      posted.add(message.text());
    }
    return delivery;
  }

  @Override
  public Delivery check() {
    return new Delivery.Posted("1.000001");
  }

  @Override
  public ReadBack readBack(String channel, Instant since, Instant parentsSince) {
    read.add(since);
    parentsRead.add(parentsSince);
    return this::step;
  }

  private synchronized Step step() {
    return steps.isEmpty() ? new Done(Map.of(), Map.of()) : steps.remove(0);
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
