package io.bellwether.analyzer.explore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/** Asks the brokers which topics there are. */
final class Topics {
  private static final int TIMEOUT_MS = 10_000;

  private Topics() {}

  /**
   * Names of topics that are not the brokers' or a worker's own.
   *
   * @throws ExploreException if no broker answers
   */
  static List<String> at(Map<String, String> kafka) throws InterruptedException {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
    try (Admin admin = Admin.create(settings)) {
      return admin.listTopics().names().get().stream()
          .filter(name -> !name.startsWith("_") && !name.startsWith("connect-"))
          .sorted()
          .toList();
    } catch (ExecutionException | KafkaException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new ExploreException(
          "No answer from "
              + kafka.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG)
              + ": "
              + cause.getMessage()
              + ". Start the brokers, or name others by --bootstrap.",
          e);
    }
  }
}
