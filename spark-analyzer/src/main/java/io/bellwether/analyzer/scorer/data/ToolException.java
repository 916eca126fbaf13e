package io.bellwether.analyzer.scorer.data;

/** A tool cannot go on; the message says why and what to do about it. */
public final class ToolException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ToolException(String message) {
    super(message);
  }

  public ToolException(String message, Throwable cause) {
    super(message, cause);
  }
}
