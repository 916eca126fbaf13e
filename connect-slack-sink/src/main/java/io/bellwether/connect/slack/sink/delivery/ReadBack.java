package io.bellwether.connect.slack.sink.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * One look at what is in a channel already. It goes in steps of at most one call, so that other
 * channels get their turn in between and a stop comes through; a step that failed can be tried
 * again.
 */
public interface ReadBack {
  /** Goes one step further; never throws for what the service or the network does. */
  Step next();

  /** What a step gave. */
  sealed interface Step {
    /** There is more to read. */
    record More() implements Step {}

    /** Not now: the calls that may be made for reading are used up. */
    record Later(Duration after) implements Step {}

    /**
     * All has been read.
     *
     * @param posted the event ids that are there, with the time of their newest post
     * @param threads the threads that are there, with the identity of their first messages
     */
    record Done(Map<String, Instant> posted, Map<String, String> threads) implements Step {
      /** Copies. */
      public Done {
        posted = Map.copyOf(posted);
        threads = Map.copyOf(threads);
      }
    }

    /**
     * It could not be read.
     *
     * @param why never a kind of {@link Delivery} that says that something was posted
     */
    record Failed(Delivery why) implements Step {}
  }
}
