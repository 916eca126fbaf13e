package io.bellwether.connect.slack.sink.delivery;

import io.bellwether.connect.slack.sink.mapping.Alert;
import java.util.List;
import java.util.Optional;

/** What there is to do for a channel now. */
sealed interface Job {
  /**
   * Alerts to post, as one message.
   *
   * @param parent what it replies to
   */
  record Post(List<Alert> alerts, Optional<String> parent) implements Job {}

  /** An alert whose end is known without asking the service. */
  record Settle(Alert alert, Delivery delivery) implements Job {}

  /** To find out first what is in the channel. */
  record Look(String channel, ReadBack readBack) implements Job {}
}
