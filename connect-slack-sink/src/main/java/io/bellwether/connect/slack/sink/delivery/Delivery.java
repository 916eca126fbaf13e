package io.bellwether.connect.slack.sink.delivery;

import java.time.Duration;

/** What became of an alert. */
public sealed interface Delivery {
  /** It is in the channel. */
  record Posted() implements Delivery {}

  /** Its event id has been posted to the channel before. */
  record PostedBefore() implements Delivery {}

  /**
   * Not now.
   *
   * @param after how long the service wants to be left alone; zero when it did not say
   * @param reason for a person
   * @param maybePosted whether it may be in the channel all the same, so that somebody must look
   *     before the next attempt
   */
  record Retry(Duration after, String reason, boolean maybePosted) implements Delivery {}

  /**
   * Never, but others may go through.
   *
   * @param code the service's word for the error
   * @param remedy what a person can do about it
   */
  record DeadLetter(String code, String remedy) implements Delivery {}

  /** Nothing goes through until a person does something. */
  record Fatal(String code, String remedy) implements Delivery {}
}
