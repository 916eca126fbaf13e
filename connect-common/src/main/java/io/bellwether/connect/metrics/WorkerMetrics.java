package io.bellwether.connect.metrics;

import java.util.LinkedHashMap;
import java.util.function.Supplier;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;

/**
 * Publishes through the worker, which removes it with the task. The only class that names what
 * workers before 4.1 do not have.
 */
final class WorkerMetrics implements Publisher {
  private final PluginMetrics metrics;

  private WorkerMetrics(PluginMetrics metrics) {
    this.metrics = metrics;
  }

  static Publisher of(PluginMetrics metrics) {
    // A worker offers them always; a task that is started without one has none.
    return metrics == null ? Publisher.nowhere() : new WorkerMetrics(metrics);
  }

  @Override
  public void publish(String name, String description, Supplier<? extends Number> value) {
    MetricName full = metrics.metricName(name, description, new LinkedHashMap<>());
    metrics.addMetric(full, (Gauge<Number>) (config, now) -> value.get());
  }
}
