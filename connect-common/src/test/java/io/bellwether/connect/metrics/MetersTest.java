package io.bellwether.connect.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.management.AttributeNotFoundException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.MetricValueProvider;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.junit.jupiter.api.Test;

class MetersTest {
  private static final MBeanServer JMX = ManagementFactory.getPlatformMBeanServer();
  private final Published published = new Published();

  @Test
  void aCounterIsReadAsItStandsNow() {
    Meters meters = Meters.ofSource(context(SourceTaskContext.class, published), "any");
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
    Meters.ofSink(context(SinkTaskContext.class, published), "any")
        .gauge("waiting", "Alerts that wait", () -> waiting[0]);
    waiting[0] = 7;
    assertThat(published.values()).containsExactlyEntriesOf(Map.of("waiting", 7L));
  }

  @Test
  void onAWorkerWithoutPluginMetricsTheyAreAnMBeanOfTheTaskUntilItStops() throws Exception {
    for (Error missing : new Error[] {new NoSuchMethodError(), new NoClassDefFoundError()}) {
      try (Meters one = withoutWorkers(missing);
          Meters other = withoutWorkers(missing)) {
        one.counter("records-total", "Records made").add(3);
        other.counter("records-total", "Records made").add(4);
        one.gauge("lag-seconds", "Seconds behind", () -> 2);
        assertThat(JMX.getAttribute(task(0), "records-total")).isEqualTo(3L);
        assertThat(JMX.getAttribute(task(0), "lag-seconds")).isEqualTo(2);
        assertThat(JMX.getAttribute(task(1), "records-total")).isEqualTo(4L);
        assertThat(JMX.getMBeanInfo(task(0)).getAttributes())
            .extracting(MBeanAttributeInfo::getName, MBeanAttributeInfo::getDescription)
            .containsExactly(
                tuple("lag-seconds", "Seconds behind"), tuple("records-total", "Records made"));
        assertThatThrownBy(() -> JMX.getAttribute(task(0), "no-such-metric"))
            .isInstanceOf(AttributeNotFoundException.class);
      }
      assertThat(JMX.isRegistered(task(0))).isFalse();
      assertThat(JMX.isRegistered(task(1))).isFalse();
    }
  }

  @Test
  void oneThatHasLostItsMBeanDoesNotTakeThatOfItsSuccessorAway() throws Exception {
    Meters first = withoutWorkers(new NoSuchMethodError());
    JMX.unregisterMBean(task(0));
    try (Meters second = withoutWorkers(new NoSuchMethodError())) {
      second.counter("records-total", "Records made").add(1);
      first.close();
      assertThat(JMX.getAttribute(task(0), "records-total")).isEqualTo(1L);
    }
  }

  @Test
  void whereATaskThatWasGivenUpStillHasTheNamesTheyAreAnMBeanToo() throws Exception {
    Meters.ofSource(context(SourceTaskContext.class, published), "a=b")
        .counter("records-total", "Records made");
    try (Meters next = Meters.ofSource(context(SourceTaskContext.class, published), "a=b")) {
      next.counter("records-total", "Records made").add(5);
      next.counter("pages-total", "Pages read").add(1);
      assertThat(published.values()).containsExactlyEntriesOf(Map.of("records-total", 0L));
      assertThat(JMX.getAttribute(task(0), "records-total")).isEqualTo(5L);
      assertThat(JMX.getAttribute(task(0), "pages-total")).isEqualTo(1L);
    }
    assertThat(JMX.isRegistered(task(0))).isFalse();
  }

  private static Meters withoutWorkers(Error missing) {
    return Meters.offeredBy(
        () -> {
          throw missing;
        },
        "a=b");
  }

  private static ObjectName task(int number) throws MalformedObjectNameException {
    return new ObjectName("io.bellwether:type=plugins,connector=\"a=b\",task=" + number);
  }

  @Test
  void anyOtherErrorIsNotSwallowed() {
    assertThatThrownBy(
            () ->
                Meters.offeredBy(
                    () -> {
                      throw new OutOfMemoryError("test");
                    },
                    "any"))
        .isInstanceOf(OutOfMemoryError.class);
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
      if (metrics.putIfAbsent(name, value) != null) {
        throw new IllegalArgumentException("A metric named '" + name + "' already exists");
      }
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
