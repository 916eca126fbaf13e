package io.bellwether.analyzer.trades;

/** A seed file cannot be used; the message says why and what to do. */
final class BadSeedException extends Exception {
  private static final long serialVersionUID = 1;

  BadSeedException(String message) {
    super(message);
  }
}
