package io.bellwether.analyzer.feedback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.analyzer.scorer.Probabilities;
import java.util.Optional;

/**
 * A record with its score, or with the reason why it has none.
 *
 * @param key the input's, unless it alone is larger than a record may be
 * @param fields of the output, all but the outcome, which the routes decide
 * @param json the fields as text
 * @param probabilities none for an unscored record
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
record ScoredRecord(
    InputRecord input,
    byte[] key,
    ObjectNode fields,
    String json,
    Optional<Probabilities> probabilities) {

  boolean isScored() {
    return probabilities.isPresent();
  }
}
