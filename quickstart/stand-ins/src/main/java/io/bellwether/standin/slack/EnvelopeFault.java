package io.bellwether.standin.slack;

/** A way for the delivery of an envelope to go wrong. */
public enum EnvelopeFault {
  /** Sent twice. */
  DUPLICATE,
  /** Sent after the one that follows it. */
  OUT_OF_ORDER,
  /** Not sent, but waited for: it comes again when its acknowledgement is overdue. */
  LOST,
  /** Sent, and its acknowledgement is not heard: it comes again. */
  UNHEARD_ACK,
  /** The connection drops in its place; it comes again. */
  DROP_SOCKET,
  /** The connection goes silent in its place; it comes again elsewhere. */
  HALF_OPEN_SOCKET,
  /** Sent, and the connection is told to refresh. */
  REFRESH_SOCKET
}
