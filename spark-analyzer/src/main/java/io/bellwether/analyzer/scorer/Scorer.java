package io.bellwether.analyzer.scorer;

import java.util.List;

/**
 * Scores texts. There is one instance in each JVM; several threads use it at the same time, so it
 * must be thread-safe.
 */
public interface Scorer extends AutoCloseable {
  /**
   * Scores a batch, at least one text.
   *
   * @return one answer for each text, in their order
   * @throws RuntimeException if the batch cannot be scored; its texts are then tried one by one
   */
  List<Scoring> score(List<Utterance> batch);

  /** Called once, when the JVM ends. */
  @Override
  default void close() {}
}
