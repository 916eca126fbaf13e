package io.bellwether.connect.slack.sink.api;

import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Reject;
import io.bellwether.connect.remote.Outcome.Retry;
import io.bellwether.connect.remote.Outcome.Scope;
import io.bellwether.connect.slack.sink.delivery.Delivery;
import io.bellwether.connect.slack.sink.delivery.Delivery.DeadLetter;
import io.bellwether.connect.slack.sink.delivery.Delivery.Fatal;
import io.bellwether.connect.slack.sink.delivery.Delivery.Posted;

/** What the outcome of a call means for the alert that it was made for. */
final class Deliveries {
  private Deliveries() {}

  static Delivery of(Outcome<?> outcome) {
    if (outcome instanceof Retry<?> retry) {
      return new Delivery.Retry(retry.after(), retry.reason(), retry.maybeDone());
    }
    if (outcome instanceof Reject<?> reject) {
      return refused(reject.code(), reject.scope(), reject.remedy());
    }
    return new Posted();
  }

  static Delivery refused(String code, Scope scope, String remedy) {
    return scope == Scope.ALL ? new Fatal(code, remedy) : new DeadLetter(code, remedy);
  }
}
