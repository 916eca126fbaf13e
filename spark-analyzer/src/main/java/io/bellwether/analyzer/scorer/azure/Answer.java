package io.bellwether.analyzer.scorer.azure;

import com.fasterxml.jackson.databind.JsonNode;

/** What became of one document. */
sealed interface Answer {
  /**
   * The service has an answer for it.
   *
   * @param document the entry of {@code results.documents}
   */
  record Found(JsonNode document) implements Answer {}

  /**
   * It has none.
   *
   * @param why for a person to read
   */
  record Failed(String why) implements Answer {}
}
