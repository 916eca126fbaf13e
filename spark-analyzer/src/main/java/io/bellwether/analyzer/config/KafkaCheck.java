package io.bellwether.analyzer.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks the brokers, before the job starts, whether its topics are there. */
public final class KafkaCheck {
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

  /** Waits no longer than {@code check.timeout.ms}. */
  public static Answer ask(AnalyzerConfig config) {
    KafkaCheck check = new KafkaCheck(config);
    check.ask();
    return new Answer(check.faults, check.inputPartitions);
  }

  private void ask() {
    Map<String, Object> settings = config.clientSettings();
    int timeout = (int) config.checkTimeout().toMillis();
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeout);
    Map<String, String> topics = keysByTopic();
    if (topics.isEmpty()) {
      return;
    }
    try (Admin admin = Admin.create(settings)) {
      Map<String, KafkaFuture<TopicDescription>> answers =
          admin.describeTopics(topics.keySet()).topicNameValues();
      long deadline = System.nanoTime() + config.checkTimeout().toNanos();
      for (Map.Entry<String, KafkaFuture<TopicDescription>> answer : answers.entrySet()) {
        if (!answered(answer.getKey(), topics.get(answer.getKey()), answer.getValue(), deadline)) {
          return;
        }
      }
    } catch (KafkaException e) {
      faults.add(
          AnalyzerKeys.BOOTSTRAP
              + ": no client can be made: "
              + cause(e)
              + ". Correct the kafka.* keys.");
    }
  }

  /** False where asking for further topics would only repeat the fault. */
  private boolean answered(
      String topic, String key, KafkaFuture<TopicDescription> answer, long deadline) {
    try {
      long left = Math.max(0, deadline - System.nanoTime());
      int partitions = answer.get(left, TimeUnit.NANOSECONDS).partitions().size();
      inputPartitions += key.equals(AnalyzerKeys.TOPICS) ? partitions : 0;
      return true;
    } catch (ExecutionException e) {
      return refused(topic, key, e.getCause());
    } catch (TimeoutException e) {
      return unreachable();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      faults.add(AnalyzerKeys.BOOTSTRAP + ": interrupted while asking the brokers. Start again.");
      return false;
    }
  }

  private boolean refused(String topic, String key, Throwable cause) {
    if (cause instanceof UnknownTopicOrPartitionException) {
      faults.add(key + ": there is no topic '" + topic + "'. Create it, or correct the name.");
      return true;
    }
    if (cause instanceof AuthorizationException) {
      faults.add(key + ": no right to see topic '" + topic + "'. Grant DESCRIBE on it.");
      return true;
    }
    if (cause instanceof AuthenticationException) {
      faults.add(AnalyzerKeys.JAAS + ": the brokers refuse the login. Correct it.");
      return false;
    }
    return unreachable();
  }

  private boolean unreachable() {
    faults.add(
        AnalyzerKeys.BOOTSTRAP
            + ": no answer from "
            + config.clientSettings().get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG)
            + " within "
            + config.checkTimeout().toMillis()
            + " ms. Start the brokers, or correct the address and kafka.security.protocol.");
    return false;
  }

  private Map<String, String> keysByTopic() {
    Map<String, String> keys = new TreeMap<>();
    config.outputs().forEach((key, topic) -> keys.put(topic, key));
    config.topics().forEach(topic -> keys.put(topic, AnalyzerKeys.TOPICS));
    return keys;
  }

  // Where there is a login, the cause could quote a part of it.
  private String cause(KafkaException e) {
    if (config.clientSettings().containsKey(SaslConfigs.SASL_JAAS_CONFIG)) {
      return "look at " + AnalyzerKeys.JAAS + " first";
    }
    return e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
  }
}
