package io.bellwether.connect.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.MetricValueProvider;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.junit.jupiter.api.Test;

class MetersTest {
  private final Published published = new Published();

  @Test
  void aCounterIsReadAsItStandsNow() {
    Meters meters = Meters.ofSource(context(SourceTaskContext.class, published));
    Counter records = meters.counter("records-total", "Records made");
    records.increment();
    records.add(2);
    assertThat(records.value()).isEqualTo(3);
    assertThat(published.values()).containsExactlyEntriesOf(Map.of("records-total", 3L));
    assertThat(published.metrics.keySet())
        .extracting(MetricName::description)
        .containsExactly("Records made");
  }

  @Test
  void aGaugeIsAskedWhenItIsRead() {
    long[] waiting = {1};
    Meters.ofSink(context(SinkTaskContext.class, published))
        .gauge("waiting", "Alerts that wait", () -> waiting[0]);
    waiting[0] = 7;
    assertThat(published.values()).containsExactlyEntriesOf(Map.of("waiting", 7L));
  }

  @Test
  void aWorkerWithoutPluginMetricsIsNoFailure() {
    for (Error missing : new Error[] {new NoSuchMethodError(), new NoClassDefFoundError()}) {
      Meters meters =
          Meters.offeredBy(
              () -> {
                throw missing;
              });
      assertThat(counted(meters)).isEqualTo(1);
    }
    assertThat(counted(Meters.ofSink(context(SinkTaskContext.class, null)))).isEqualTo(1);
    assertThat(counted(Meters.none())).isEqualTo(1);
  }

  @Test
  void anyOtherErrorIsNotSwallowed() {
    assertThatThrownBy(
            () ->
                Meters.offeredBy(
                    () -> {
                      throw new OutOfMemoryError("test");
                    }))
        .isInstanceOf(OutOfMemoryError.class);
  }

  private static long counted(Meters meters) {
    Counter counter = meters.counter("posted-total", "Messages posted");
    counter.increment();
    return counter.value();
  }

  private static <T> T context(Class<T> type, PluginMetrics metrics) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("pluginMetrics");
              return metrics;
            });
    return type.cast(proxy);
  }

  /** As a worker keeps them, without its tags. */
  private static final class Published implements PluginMetrics {
    final Map<MetricName, MetricValueProvider<?>> metrics = new HashMap<>();

    Map<String, Object> values() {
      Map<String, Object> values = new HashMap<>();
      metrics.forEach((name, value) -> values.put(name.name(), ((Gauge<?>) value).value(null, 0)));
      return values;
    }

    @Override
    @SuppressWarnings("NonApiType") // Kafka's signature
    public MetricName metricName(
        String name, String description, LinkedHashMap<String, String> tags) {
      return new MetricName(name, "plugins", description, tags);
    }

    @Override
    public void addMetric(MetricName name, MetricValueProvider<?> value) {
      metrics.put(name, value);
    }

    @Override
    public void removeMetric(MetricName name) {
      metrics.remove(name);
    }

    @Override
    public Sensor addSensor(String name) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void removeSensor(String name) {
      throw new UnsupportedOperationException();
    }
  }
}
