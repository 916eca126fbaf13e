package io.bellwether.connect.metrics;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanRegistration;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.kafka.common.utils.Sanitizer;
import org.slf4j.MDC;

/**
 * Publishes by an MBean of its own, where the worker has no metrics for plugins: {@code
 * io.bellwether:type=plugins,connector=...,task=...}, with the attributes that the worker's would
 * have.
 */
final class OwnMBean implements Publisher, DynamicMBean, MBeanRegistration {
  private static final Pattern TASK = Pattern.compile("\\|task-(\\d+)");

  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private final Map<String, Metric> metrics = new ConcurrentSkipListMap<>();
  private volatile ObjectName name;

  private record Metric(String description, Supplier<? extends Number> value) {}

  private OwnMBean() {}

  /**
   * Of the task that the calling thread belongs to, by what Connect tells its logging. A task of
   * the same number that was given up but has not ended yet loses its place.
   *
   * @param connector its name
   */
  static Publisher of(String connector) {
    Matcher told = TASK.matcher(String.valueOf(MDC.get("connector.context")));
    OwnMBean bean = new OwnMBean();
    try {
      if (told.find()) {
        ObjectName name = name(connector, told.group(1));
        if (bean.server.isRegistered(name)) {
          bean.server.unregisterMBean(name);
        }
        bean.server.registerMBean(bean, name);
      } else {
        // A logging without contexts: any number that is free.
        int free = 0;
        while (bean.server.isRegistered(name(connector, String.valueOf(free)))) {
          free++;
        }
        bean.server.registerMBean(bean, name(connector, String.valueOf(free)));
      }
    } catch (JMException | SecurityException notAllowed) {
      return Publisher.nowhere();
    }
    return bean;
  }

  private static ObjectName name(String connector, String task) throws JMException {
    return new ObjectName(
        "io.bellwether:type=plugins,connector="
            + Sanitizer.jmxSanitize(connector)
            + ",task="
            + task);
  }

  @Override
  public void publish(String metric, String description, Supplier<? extends Number> value) {
    metrics.put(metric, new Metric(description, value));
  }

  @Override
  public void close() {
    ObjectName registered = name;
    if (registered != null) {
      try {
        server.unregisterMBean(registered);
      } catch (JMException gone) {
        // A successor has just taken the place.
        name = null;
      }
    }
  }

  @Override
  public Object getAttribute(String attribute) throws AttributeNotFoundException {
    Metric metric = metrics.get(attribute);
    if (metric == null) {
      throw new AttributeNotFoundException(attribute);
    }
    return metric.value().get();
  }

  @Override
  public AttributeList getAttributes(String[] attributes) {
    AttributeList list = new AttributeList();
    for (String each : attributes) {
      Metric metric = metrics.get(each);
      if (metric != null) {
        list.add(new Attribute(each, metric.value().get()));
      }
    }
    return list;
  }

  @Override
  public MBeanInfo getMBeanInfo() {
    MBeanAttributeInfo[] attributes =
        metrics.entrySet().stream()
            .map(
                each ->
                    new MBeanAttributeInfo(
                        each.getKey(),
                        Number.class.getName(),
                        each.getValue().description(),
                        true,
                        false,
                        false))
            .toArray(MBeanAttributeInfo[]::new);
    return new MBeanInfo(
        OwnMBean.class.getName(), "Metrics of a task", attributes, null, null, null);
  }

  @Override
  public void setAttribute(Attribute attribute) throws AttributeNotFoundException {
    throw new AttributeNotFoundException(attribute.getName() + " cannot be set");
  }

  @Override
  public AttributeList setAttributes(AttributeList attributes) {
    return new AttributeList();
  }

  @Override
  public Object invoke(String action, Object[] parameters, String[] signature) {
    throw new UnsupportedOperationException(action);
  }

  @Override
  public ObjectName preRegister(MBeanServer where, ObjectName given) {
    name = given;
    return given;
  }

  @Override
  public void postRegister(Boolean registered) {
    if (!registered) {
      name = null;
    }
  }

  @Override
  public void preDeregister() {}

  @Override
  public void postDeregister() {
    name = null;
  }
}
