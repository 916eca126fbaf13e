package io.bellwether.quickstart.stack;

import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.process.Watch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.errors.RetriableException;

/**
 * What a killed worker has begun and not committed. While it is open, nobody who reads committed
 * records gets past it, not even a new worker, which reads the topic of positions to its end before
 * it starts any task: alone in its group it would wait until the broker gives the transaction up,
 * after a minute.
 */
final class OpenTransactions {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private OpenTransactions() {}

  /**
   * Aborts those of a group of workers none of which runs.
   *
   * @param group the workers' {@code group.id}, with which Connect begins the tasks' transactional
   *     ids, and ends that of the leader
   */
  static void abort(String bootstrap, String group, Watch watch) throws InterruptedException {
    Map<String, Object> client =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
    try (Admin admin = Admin.create(client)) {
      watch.until(
          "open transactions of " + group + " to be aborted",
          PATIENCE,
          () -> aborted(admin, group));
    }
  }

  private static Optional<Boolean> aborted(Admin admin, String group) throws InterruptedException {
    try {
      var begun = new ListTransactionsOptions().filterStates(List.of(TransactionState.ONGOING));
      List<String> ids =
          admin.listTransactions(begun).all().get().stream()
              .map(TransactionListing::transactionalId)
              .filter(id -> id.startsWith(group + "-") || id.equals("connect-cluster-" + group))
              .toList();
      admin.fenceProducers(ids).all().get();
      return Optional.of(true);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RetriableException) {
        return Optional.empty();
      }
      throw new LaunchException(
          "Cannot abort the open transactions of " + group + ": " + e.getCause().getMessage(), e);
    }
  }
}
