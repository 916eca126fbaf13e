package io.bellwether.quickstart.feed;

import java.io.IOException;
import java.time.Duration;

/** Says something in a channel. */
@FunctionalInterface
public interface Voice {
  /**
   * Says a text once.
   *
   * @throws IOException if it is not known whether it was said
   */
  Answer say(String text) throws IOException, InterruptedException;

  /** What came of it. */
  sealed interface Answer {
    /** It stands in the channel. */
    record Posted() implements Answer {}

    /** This text will never be taken; another may. */
    record Refused(String reason) implements Answer {}

    /** Not now. */
    record Later(Duration pause) implements Answer {}
  }
}
