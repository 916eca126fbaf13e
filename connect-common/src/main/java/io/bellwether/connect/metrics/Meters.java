package io.bellwether.connect.metrics;

import java.util.function.Supplier;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.apache.kafka.connect.source.SourceTaskContext;

/**
 * The metrics of one task. Workers since Kafka 4.1 publish them under {@code
 * kafka.connect:type=plugins}, tagged with connector and task (KIP-877), and to their metrics
 * reporters; on older workers, and where a task that was given up still has the names, they are an
 * MBean of the same attributes, {@code io.bellwether:type=plugins,connector=...,task=...}, until
 * {@link #close()}.
 */
public final class Meters implements AutoCloseable {
  private final Publisher publisher;

  Meters(Publisher publisher) {
    this.publisher = publisher;
  }

  /**
   * Of a source task; called on the task's thread.
   *
   * @param connector its name
   */
  public static Meters ofSource(SourceTaskContext context, String connector) {
    return offeredBy(
        () -> WorkerMetrics.of(context.pluginMetrics(), () -> OwnMBean.of(connector)), connector);
  }

  /**
   * Of a sink task; called on the task's thread.
   *
   * @param connector its name
   */
  public static Meters ofSink(SinkTaskContext context, String connector) {
    return offeredBy(
        () -> WorkerMetrics.of(context.pluginMetrics(), () -> OwnMBean.of(connector)), connector);
  }

  /** Published nowhere. */
  public static Meters none() {
    return new Meters(Publisher.nowhere());
  }

  static Meters offeredBy(Supplier<Publisher> worker, String connector) {
    try {
      return new Meters(worker.get());
    } catch (NoSuchMethodError | NoClassDefFoundError e) {
      // A worker before 4.1: its classes lack what this one is compiled against.
      return new Meters(OwnMBean.of(connector));
    }
  }

  /**
   * A number that only grows.
   *
   * @param name in the field's usual form, such as {@code records-total}
   * @param description for a person to read
   */
  public Counter counter(String name, String description) {
    Counter counter = new Counter();
    gauge(name, description, counter::value);
    return counter;
  }

  /**
   * A number that is asked for whenever somebody reads the metric, from any thread.
   *
   * @param name in the field's usual form, with its unit, such as {@code lag-seconds}
   * @param description for a person to read
   */
  public void gauge(String name, String description, Supplier<? extends Number> value) {
    publisher.publish(name, description, value);
  }

  /** The task has stopped. */
  @Override
  public void close() {
    publisher.close();
  }
}
