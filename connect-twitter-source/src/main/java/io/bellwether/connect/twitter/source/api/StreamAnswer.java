package io.bellwether.connect.twitter.source.api;

import java.time.Duration;

/**
 * What X answers to the wish for a stream, besides refusals of the whole connector. X prescribes
 * another pace of further attempts for each.
 */
public sealed interface StreamAnswer {
  /** It is open. */
  record Opened(PostStream stream) implements StreamAnswer {}

  /**
   * Too many attempts, or another connection is still open (HTTP 429).
   *
   * @param after what X's headers ask for; zero when they do not
   */
  record Limited(Duration after, String reason) implements StreamAnswer {}

  /** X is in trouble (HTTP 5xx). */
  record Unavailable(String reason) implements StreamAnswer {}

  /** The project has read as many posts as it may; see {@link SearchAnswer.Capped}. */
  record Capped(boolean daily) implements StreamAnswer {}
}
