package io.bellwether.connect.slack.sink.mapping;

/** What a record is, before anybody asks Slack. */
public sealed interface Mapped {
  /** To be posted. */
  record ToPost(Alert alert) implements Mapped {}

  /** A tombstone: there is nothing to say. */
  record Nothing() implements Mapped {}

  /**
   * It can never be posted.
   *
   * @param code in the words of Slack's errors
   * @param remedy what a person can do about it
   */
  record Unpostable(String code, String remedy) implements Mapped {}
}
