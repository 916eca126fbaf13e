package io.bellwether.standin.slack;

/** The open Socket Mode connections, to look at and to disturb. */
public interface Sockets {
  /** How many connections the app has; half-open ones count. */
  int count(App app);

  /** How many envelopes of the app still wait for their acknowledgement. */
  int unacknowledged(App app);

  /** Drops the app's connections without a close frame. */
  void drop(App app);

  /** The app's connections stay open but neither send nor answer any more, pings included. */
  void halfOpen(App app);

  /**
   * Sends the app's connections a {@code disconnect} frame.
   *
   * @param reason {@code warning} (about ten seconds' notice), {@code refresh_requested}, {@code
   *     link_disabled} or {@code too_many_websockets}; all but the first close the connection
   */
  void disconnect(App app, String reason);
}
