package io.bellwether.connect.slack.sink.delivery;

import java.time.Instant;

/** Takes messages to the service. Calls block until there is an outcome. */
public interface Messenger extends AutoCloseable {
  /** Posts a message, once; never throws for what the service or the network does. */
  Delivery post(Message message);

  /** Begins a look at what has been posted to a channel since a time; makes no call yet. */
  ReadBack readBack(String channel, Instant since);

  /** Whether the service would take a message now; posts none. */
  Delivery check();

  /** Ends the calls under way. */
  @Override
  void close();
}
