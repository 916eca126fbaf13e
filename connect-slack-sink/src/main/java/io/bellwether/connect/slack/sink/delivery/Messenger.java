package io.bellwether.connect.slack.sink.delivery;

import java.time.Instant;

/** Takes messages to the service. Calls block until there is an outcome. */
public interface Messenger extends AutoCloseable {
  /** Posts a message, once; never throws for what the service or the network does. */
  Delivery post(Message message);

  /**
   * Begins a look at what has been posted to a channel; makes no call yet.
   *
   * @param since alerts since this time are looked for
   * @param parentsSince and first messages of threads since this one, not later
   */
  ReadBack readBack(String channel, Instant since, Instant parentsSince);

  /** Whether the service would take a message now; posts none. */
  Delivery check();

  /** Ends the calls under way. */
  @Override
  void close();
}
