package io.bellwether.standin.trades.web;

/** A call cannot be answered as asked. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Reply reply;

  Refused(Reply reply) {
    super(reply.error(), null, false, false);
    this.reply = reply;
  }

  Reply reply() {
    return reply;
  }
}
