package io.bellwether.analyzer.scorer;

import java.util.List;
import java.util.Optional;
import java.util.Set;

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
   * @throws ScorerUnavailableException if the texts are not at fault; the job then stops
   */
  List<Scoring> score(List<Utterance> batch);

  /**
   * The languages that it reads, as the first part of their BCP 47 codes ({@code en}). A text that
   * is known to be in another one is not given to it. None: it is asked for whatever there is.
   */
  default Set<String> languages() {
    return Set.of();
  }

  /**
   * What finds out a text's language better than the job does, such as the scorer's own service.
   */
  default Optional<LanguageDetector> detector() {
    return Optional.empty();
  }

  /**
   * What in a text it scored spoke most for its score, the strongest first; empty if it cannot
   * tell. Asked only where explanations are wanted.
   */
  default List<Term> explain(Utterance utterance) {
    return List.of();
  }

  /** Called once, when the JVM ends. */
  @Override
  default void close() {}
}
