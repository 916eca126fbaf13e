package io.bellwether.connect.slack.sink.api;

import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Ok;
import io.bellwether.connect.remote.Outcome.Reject;
import io.bellwether.connect.remote.Outcome.Retry;
import io.bellwether.connect.remote.Outcome.Scope;
import io.bellwether.connect.slack.sink.delivery.Delivery;
import io.bellwether.connect.slack.sink.delivery.Delivery.DeadLetter;
import io.bellwether.connect.slack.sink.delivery.Delivery.Fatal;
import io.bellwether.connect.slack.sink.delivery.Delivery.Posted;
import io.bellwether.connect.slack.sink.delivery.Delivery.ThreadGone;
import java.util.Set;

/** What the outcome of a call means for the alert that it was made for. */
final class Deliveries {
  /** Refusals that every message to the channel would meet; the others are of what it says. */
  private static final Set<String> OF_CHANNEL =
      Set.of(
          "channel_not_found",
          "not_in_channel",
          "is_archived",
          "messages_tab_disabled",
          "name_taken");

  private static final Set<String> NO_THREAD =
      Set.of("thread_not_found", "cannot_reply_to_message", "message_not_found");

  private Deliveries() {}

  static Delivery of(Outcome<?> outcome) {
    if (outcome instanceof Retry<?> retry) {
      return new Delivery.Retry(retry.after(), retry.reason(), retry.maybeDone());
    }
    if (outcome instanceof Reject<?> reject) {
      return refused(reject.code(), reject.scope(), reject.remedy());
    }
    return outcome instanceof Ok<?> ok && ok.value() instanceof ChatPostMessageResponse answer
        ? new Posted(String.valueOf(answer.getTs()))
        : new Posted("");
  }

  static Delivery refused(String code, Scope scope, String remedy) {
    if (NO_THREAD.contains(code)) {
      return new ThreadGone();
    }
    return scope == Scope.ALL
        ? new Fatal(code, remedy)
        : new DeadLetter(code, remedy, isOfChannel(code));
  }

  private static boolean isOfChannel(String code) {
    return OF_CHANNEL.contains(code)
        || code.startsWith("restricted_action")
        || code.startsWith("invalid_name");
  }
}
