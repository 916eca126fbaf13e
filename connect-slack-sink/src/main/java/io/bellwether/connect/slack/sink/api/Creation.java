package io.bellwether.connect.slack.sink.api;

/** What becomes of a channel that is missing. */
public enum Creation {
  /** It stays missing. */
  NO,
  /** It is created, and everybody may join. */
  PUBLIC,
  /** It is created, and only who is invited sees it. */
  PRIVATE
}
