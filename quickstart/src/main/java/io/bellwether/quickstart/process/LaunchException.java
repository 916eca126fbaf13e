package io.bellwether.quickstart.process;

/**
 * The stack cannot start or go on. The message is for the person at the terminal: it says what is
 * wrong and what to do, and is shown without a stack trace.
 */
public final class LaunchException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public LaunchException(String message) {
    super(message);
  }

  public LaunchException(String message, Throwable cause) {
    super(message, cause);
  }
}
