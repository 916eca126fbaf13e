package io.bellwether.connect.slack.sink.delivery;

import java.time.Duration;

/** What became of an alert. */
public sealed interface Delivery {
  /**
   * It is in the channel.
   *
   * @param ts identifies the message there
   */
  record Posted(String ts) implements Delivery {}

  /** The message that it was to reply to is gone: it needs a new thread. */
  record ThreadGone() implements Delivery {}

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
   * @param ofChannel whether every message to the channel would be refused; otherwise something in
   *     this one is wrong, and of a digest the rest may go through
   */
  record DeadLetter(String code, String remedy, boolean ofChannel) implements Delivery {
    /** Of what one message says. */
    public DeadLetter(String code, String remedy) {
      this(code, remedy, false);
    }
  }

  /** Nothing goes through until a person does something. */
  record Fatal(String code, String remedy) implements Delivery {}
}
