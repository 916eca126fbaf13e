package io.bellwether.analyzer.feedback;

import io.bellwether.analyzer.config.AnalyzerKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Faults of the feedback job's keys that no value has alone. */
final class RouteChecks {
  /** Kafka's default of the producer's max.request.size. */
  private static final long DEFAULT_REQUEST_BYTES = 1_048_576;

  /** Of a batch with one record. */
  private static final long OVERHEAD_BYTES = 1_000;

  private final Map<String, String> given;
  private final List<Route> routes;
  private final List<String> faults = new ArrayList<>();

  private RouteChecks(Map<String, String> given, List<Route> routes) {
    this.given = given;
    this.routes = routes;
  }

  static List<String> faults(Map<String, String> given, List<Route> routes) {
    RouteChecks checks = new RouteChecks(given, routes);
    checks.everyMessageHasAnOutcome();
    if (!"console".equalsIgnoreCase(given.get(AnalyzerKeys.OUTPUT))) {
      checks.outcomesHaveTopics();
      checks.recordsFitTheProducer();
    }
    return checks.faults;
  }

  private void everyMessageHasAnOutcome() {
    for (int i = 0; i < routes.size(); i++) {
      Route route = routes.get(i);
      String key = FeedbackKeys.when(route.name());
      boolean last = i == routes.size() - 1;
      if (last && route.when().isPresent()) {
        faults.add(
            key
                + ": the last route has a predicate, so a message could have no outcome. Remove it,"
                + " or add a route without a predicate at the end of 'routes'.");
      } else if (!last && route.when().isEmpty()) {
        faults.add(
            key
                + ": missing, so that '"
                + route.name()
                + "' always holds and the routes after it are never taken. Set it, or move '"
                + route.name()
                + "' to the end of 'routes'.");
      }
    }
  }

  private void outcomesHaveTopics() {
    for (Route route : routes) {
      if (route.topic().isBlank()) {
        String key = FeedbackKeys.topic(route.name());
        faults.add(key + ": missing. Name the topic for what takes route '" + route.name() + "'.");
      }
    }
  }

  // A record that the producer refuses fails the query, again and again.
  private void recordsFitTheProducer() {
    long record =
        number(FeedbackKeys.MAX_RECORD_BYTES).orElse((long) FeedbackKeys.DEFAULT_MAX_RECORD_BYTES);
    long request =
        number("sink.kafka." + ProducerConfig.MAX_REQUEST_SIZE_CONFIG)
            .or(() -> number("kafka." + ProducerConfig.MAX_REQUEST_SIZE_CONFIG))
            .orElse(DEFAULT_REQUEST_BYTES);
    if (record > request - OVERHEAD_BYTES) {
      faults.add(
          FeedbackKeys.MAX_RECORD_BYTES
              + ": "
              + record
              + " is too near to the producer's limit of "
              + request
              + ". Lower it to "
              + (request - OVERHEAD_BYTES)
              + ", or raise sink.kafka.max.request.size.");
    }
  }

  private Optional<Long> number(String key) {
    // What is no number is a fault of its own.
    return Optional.ofNullable(given.get(key))
        .filter(value -> value.matches("\\d{1,18}"))
        .map(Long::parseLong);
  }
}
