package io.bellwether.analyzer.scorer;

/**
 * The scorer as a whole cannot score: a service refuses its key, or gave no answer for too long.
 * The texts are not at fault, so they are not called unscored: the job stops, and once the scorer
 * is back it goes on with them. The message is for a person and says what to do.
 */
public final class ScorerUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ScorerUnavailableException(String message) {
    super(message);
  }
}
