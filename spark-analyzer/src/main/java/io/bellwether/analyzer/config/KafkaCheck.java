package io.bellwether.analyzer.config;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Asks the brokers, before the job starts, whether its topics are there: those it reads and those
 * it writes, each with the connection that the job will have.
 */
public final class KafkaCheck {
  private static final int PROBE_MS = 1_000;

  private final AnalyzerConfig config;
  private final List<String> faults = new ArrayList<>();
  private int inputPartitions;

  private KafkaCheck(AnalyzerConfig config) {
    this.config = config;
  }

  /**
   * What the brokers said.
   *
   * @param faults none, if the job can start
   * @param inputPartitions of all topics that are read
   */
  public record Answer(List<String> faults, int inputPartitions) {}

  /** Waits no longer than {@code check.timeout.ms} for each of the two sides. */
  public static Answer ask(AnalyzerConfig config) {
    KafkaCheck check = new KafkaCheck(config);
    check.ask();
    return new Answer(check.faults, check.inputPartitions);
  }

  private void ask() {
    Map<String, String> inputs = new TreeMap<>();
    config.topics().forEach(topic -> inputs.put(topic, AnalyzerKeys.TOPICS));
    Map<String, String> outputs = new TreeMap<>();
    config.outputs().forEach((key, topic) -> outputs.put(topic, key));
    Connection source = config.source();
    Connection sink = config.sink();
    if (source.settings().equals(sink.settings())) {
      outputs.putAll(inputs);
      ask(source, outputs);
    } else {
      ask(source, inputs);
      ask(sink, outputs);
    }
  }

  private void ask(Connection connection, Map<String, String> keysByTopic) {
    if (keysByTopic.isEmpty()) {
      return;
    }
    Map<String, Object> settings = new HashMap<>(connection.settings());
    int timeout = (int) config.checkTimeout().toMillis();
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeout);
    try (Admin admin = Admin.create(settings)) {
      Map<String, KafkaFuture<TopicDescription>> answers =
          admin.describeTopics(keysByTopic.keySet()).topicNameValues();
      long deadline = System.nanoTime() + config.checkTimeout().toNanos();
      for (Map.Entry<String, KafkaFuture<TopicDescription>> answer : answers.entrySet()) {
        String key = keysByTopic.get(answer.getKey());
        if (!answered(connection, answer.getKey(), key, answer.getValue(), deadline)) {
          return;
        }
      }
    } catch (KafkaException e) {
      faults.add(ConnectionFaults.noClient(e, connection));
    }
  }

  /** False where asking for further topics would only repeat the fault. */
  private boolean answered(
      Connection connection,
      String topic,
      String key,
      KafkaFuture<TopicDescription> answer,
      long deadline) {
    try {
      long left = Math.max(0, deadline - System.nanoTime());
      int partitions = answer.get(left, TimeUnit.NANOSECONDS).partitions().size();
      inputPartitions += key.equals(AnalyzerKeys.TOPICS) ? partitions : 0;
      return true;
    } catch (ExecutionException e) {
      return refused(connection, topic, key, e.getCause());
    } catch (TimeoutException e) {
      return unreachable(connection);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      faults.add(AnalyzerKeys.BOOTSTRAP + ": interrupted while asking the brokers. Start again.");
      return false;
    }
  }

  private boolean refused(Connection connection, String topic, String key, Throwable cause) {
    if (cause instanceof UnknownTopicOrPartitionException) {
      faults.add(key + ": there is no topic '" + topic + "'. Create it, or correct the name.");
      return true;
    }
    if (cause instanceof AuthorizationException) {
      faults.add(key + ": no right to see topic '" + topic + "'. Grant DESCRIBE on it.");
      return true;
    }
    Optional<String> fault = ConnectionFaults.refused(cause, connection);
    if (fault.isPresent()) {
      faults.add(fault.get());
      return false;
    }
    return unreachable(connection);
  }

  private boolean unreachable(Connection connection) {
    String brokers = connection.key(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
    String protocol = connection.key(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG);
    long waited = config.checkTimeout().toMillis();
    // Brokers close a connection that is not theirs without a word.
    if (Stream.of(connection.brokers().split(",")).anyMatch(KafkaCheck::isOpen)) {
      faults.add(
          "%s: %s takes connections, but does not answer in %s within %d ms. Where the brokers ask for TLS set SSL, where they ask for a login as well SASL_SSL; or correct the port in %s."
              .formatted(protocol, connection.brokers(), connection.protocol(), waited, brokers));
    } else {
      faults.add(
          "%s: no answer from %s within %d ms. Start the brokers, or correct the address and %s."
              .formatted(brokers, connection.brokers(), waited, protocol));
    }
    return false;
  }

  private static boolean isOpen(String broker) {
    int colon = broker.lastIndexOf(':');
    try (Socket socket = new Socket()) {
      int port = Integer.parseInt(broker.substring(colon + 1).trim());
      String host = broker.substring(0, Math.max(0, colon)).trim();
      socket.connect(new InetSocketAddress(host, port), PROBE_MS);
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }
}
