package io.bellwether.connect.slack.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bellwether.connect.slack.sink.delivery.Delivery.DeadLetter;
import io.bellwether.connect.slack.sink.delivery.Delivery.Fatal;
import io.bellwether.connect.slack.sink.delivery.Delivery.Posted;
import java.util.List;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.junit.jupiter.api.Test;

/** What cannot be posted: kept as a dead letter, or the end of the task, with reason and remedy. */
class StartedSinkFailureTest extends StartedSinkCase {
  @Test
  void anUnpostableAlertGoesToTheDeadLettersAndIsDeliveredOnlyThen() {
    start(
        message ->
            message.text().equals("m1")
                ? new DeadLetter("not_in_channel", "x")
                : new Posted("1.000001"));
    sink.put(records(0, 3));
    await()
        .untilAsserted(
            () -> {
              assertThat(delivered(3)).isEqualTo(1);
              assertThat(messenger.posted).hasSize(2);
            });
    assertThat(dead).isEmpty();
    sink.put(List.of());
    assertThat(dead).containsExactly("m1 not_in_channel");
    assertThat(delivered(3)).isEqualTo(3);
  }

  @Test
  void anEmptyTextGoesToTheDeadLettersWithoutAskingSlack() {
    start(message -> new Posted("1.000001"));
    sink.put(List.of(Records.at(0, " ")));
    assertThat(dead).containsExactly("  no_text");
    assertThat(delivered(1)).isEqualTo(1);
  }

  @Test
  void withoutADeadLetterQueueTheTaskFailsWithReasonAndRemedy() {
    start(
        message -> new DeadLetter("not_in_channel", "Invite the app to it."), DeadLetters.to(null));
    sink.put(records(0, 1));
    await()
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> sink.put(List.of()))
                    .isInstanceOf(ConnectException.class)
                    .hasMessageContainingAll(
                        "negative-feedback-0@0",
                        "not_in_channel",
                        "Invite the app to it.",
                        "errors.tolerance=all"));
    assertThat(delivered(1)).isZero();
  }

  @Test
  void whatIsNotToleratedFailsTheTaskWithTheReasonNotOnlyWithTheTolerance() {
    start(
        message -> new Posted("1.000001"),
        DeadLetters.to(
            (record, error) -> {
              throw new ConnectException("Tolerance exceeded");
            }));
    assertThatThrownBy(() -> sink.put(List.of(Records.at(0, " "))))
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("no_text");
  }

  @Test
  void aFatalAnswerFailsTheTaskWithTheRemedy() {
    start(message -> new Fatal("token_revoked", "Set slack.bot.token to a current token."));
    sink.put(records(0, 2));
    await()
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> sink.put(List.of()))
                    .isInstanceOf(ConnectException.class)
                    .isNotInstanceOf(RetriableException.class)
                    .hasMessageContainingAll("token_revoked", "slack.bot.token"));
    assertThatThrownBy(() -> sink.put(List.of())).isInstanceOf(ConnectException.class);
    assertThat(delivered(2)).isZero();
  }
}
