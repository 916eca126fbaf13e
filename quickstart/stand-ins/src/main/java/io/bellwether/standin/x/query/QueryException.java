package io.bellwether.standin.x.query;

/** A query that X would not take; the message is what X tells, in its manner. */
public final class QueryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  QueryException(String message, int position) {
    super(message + " (at position " + (position + 1) + ")", null, false, false);
  }

  QueryException(String message) {
    super(message, null, false, false);
  }
}
