package io.bellwether.analyzer.explore;

/** What a person can act on. */
final class ExploreException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ExploreException(String message, Throwable cause) {
    super(message, cause);
  }
}
