package io.bellwether.connect.metrics;

import java.util.LinkedHashMap;
import java.util.function.Supplier;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes through the worker, which removes it with the task. The only class that names what
 * workers before 4.1 do not have.
 *
 * <p>A worker gives a task up that does not end in time, and starts the next of the same number
 * while the old one still has the names. Metrics are no reason to fail: the new one publishes
 * elsewhere then.
 */
final class WorkerMetrics implements Publisher {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerMetrics.class);

  private final PluginMetrics metrics;
  private final Supplier<Publisher> elsewhere;
  private Publisher publisher = this::byWorker;

  private WorkerMetrics(PluginMetrics metrics, Supplier<Publisher> elsewhere) {
    this.metrics = metrics;
    this.elsewhere = elsewhere;
  }

  /**
   * On the task's thread.
   *
   * @param elsewhere where to publish if the names are taken
   */
  static Publisher of(PluginMetrics metrics, Supplier<Publisher> elsewhere) {
    // A worker offers them always; a task that is started without one has none.
    return metrics == null ? Publisher.nowhere() : new WorkerMetrics(metrics, elsewhere);
  }

  @Override
  public void publish(String name, String description, Supplier<? extends Number> value) {
    publisher.publish(name, description, value);
  }

  private void byWorker(String name, String description, Supplier<? extends Number> value) {
    MetricName full = metrics.metricName(name, description, new LinkedHashMap<>());
    try {
      metrics.addMetric(full, (Gauge<Number>) (config, now) -> value.get());
    } catch (IllegalArgumentException taken) {
      LOG.warn(
          "A task of this number that the worker gave up still has its metrics; those of this one"
              + " are under io.bellwether:type=plugins");
      LOG.debug("Taken", taken);
      publisher = elsewhere.get();
      publisher.publish(name, description, value);
    }
  }

  @Override
  public void close() {
    publisher.close();
  }
}
