package io.bellwether.analyzer.scorer.azure;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/** What a call came to. */
sealed interface Outcome {
  /**
   * It was answered.
   *
   * @param results with {@code documents} and {@code errors}
   */
  record Ok(JsonNode results) implements Outcome {}

  /**
   * The same call may go well later.
   *
   * @param after when, if the service said so
   * @param limited whether it was refused for coming too often, and the service is well
   */
  record Retry(String why, Optional<Duration> after, boolean limited) implements Outcome {}

  /**
   * It will never go well.
   *
   * @param everyCall whether no other call will either: the key, the endpoint or a setting is wrong
   */
  record Reject(String why, boolean everyCall) implements Outcome {}
}
