package io.bellwether.standin.slack.socket;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/**
 * An event on its way to an app: its payload, and the attempt that is waited for. Each attempt is
 * an envelope of its own with an id of its own around the same event.
 */
final class Pending {
  private final ObjectNode payload;
  private int attempt;
  private boolean acknowledged;
  private boolean deaf;

  Pending(ObjectNode payload) {
    this.payload = payload;
  }

  int attempt() {
    return attempt;
  }

  void nextAttempt() {
    attempt++;
    deaf = false;
  }

  boolean acknowledged() {
    return acknowledged;
  }

  /** Takes an acknowledgement, unless it is not to be heard. */
  void acknowledge() {
    acknowledged = !deaf;
  }

  /** Does not hear acknowledgements until the next attempt. */
  void deaf() {
    deaf = true;
  }

  /** A fresh envelope for the present attempt. */
  ObjectNode envelope() {
    ObjectNode envelope = JsonNodeFactory.instance.objectNode();
    envelope.put("envelope_id", UUID.randomUUID().toString());
    envelope.set("payload", payload);
    envelope.put("type", "events_api").put("accepts_response_payload", false);
    envelope.put("retry_attempt", attempt).put("retry_reason", attempt == 0 ? "" : "timeout");
    return envelope;
  }
}
