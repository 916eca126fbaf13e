package io.bellwether.connect.slack.sink.delivery;

/** Takes messages to the service. Calls block until there is an outcome. */
public interface Messenger extends AutoCloseable {
  /** Posts a message, once; never throws for what the service or the network does. */
  Delivery post(Message message);

  /** Ends the calls under way. */
  @Override
  void close();
}
