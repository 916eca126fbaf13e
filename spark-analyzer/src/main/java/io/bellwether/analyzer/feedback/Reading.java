package io.bellwether.analyzer.feedback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.analyzer.scorer.Utterance;

/** What a record's value was read as. */
sealed interface Reading {
  /** Fields as they came, whatever they are; event_id is set. */
  ObjectNode fields();

  /** Feedback with something said in it. */
  record Said(ObjectNode fields, Utterance utterance) implements Reading {}

  /**
   * No feedback.
   *
   * @param fields those that could be read; text is the raw value if it was no object at all
   * @param reason for a person to read
   */
  record Unread(ObjectNode fields, String reason) implements Reading {}
}
