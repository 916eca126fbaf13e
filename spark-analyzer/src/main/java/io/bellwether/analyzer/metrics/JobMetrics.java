package io.bellwether.analyzer.metrics;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import java.util.function.Supplier;
import org.apache.spark.SparkEnv;
import org.apache.spark.metrics.source.Source;

/**
 * The metrics of a job in this JVM, as the source {@code bellwether} of Spark's metrics system: so
 * they go wherever Spark's own go, by default to JMX. The driver tells of the query, and each JVM
 * of what it counts itself.
 */
public final class JobMetrics implements Source {
  private static SparkEnv spark;
  private static JobMetrics current;

  private final MetricRegistry registry = new MetricRegistry();

  private JobMetrics() {}

  /**
   * A number that is asked for whenever somebody reads the metric, from any thread. Replaces one of
   * the same name.
   *
   * @param name with its unit, such as {@code batch-milliseconds}; what only grows ends in {@code
   *     -total}
   */
  public static synchronized void gauge(String name, Supplier<? extends Number> value) {
    SparkEnv now = SparkEnv.get();
    if (now == null) {
      return;
    }
    if (spark != now) {
      spark = now;
      current = new JobMetrics();
      // What is added later follows: Dropwizard listens to a registry within a registry.
      now.metricsSystem().registerSource(current);
    }
    current.registry.remove(name);
    current.registry.register(name, (Gauge<Number>) value::get);
  }

  @Override
  public String sourceName() {
    return "bellwether";
  }

  @Override
  public MetricRegistry metricRegistry() {
    return registry;
  }
}
