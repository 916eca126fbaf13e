package io.bellwether.standin.azure;

import java.time.Duration;

/**
 * A way for a call to go wrong.
 *
 * @param kind what the caller sees
 * @param status HTTP status, where the kind has one
 * @param target of a redirection
 * @param time how long to wait or be silent, where the kind has it
 */
public record Fault(Kind kind, int status, String target, Duration time) {
  /** What the caller sees. */
  public enum Kind {
    /** HTTP 429 with Retry-After. */
    RATE_LIMITED,
    /** An HTTP error status with a page that is not JSON. */
    STATUS,
    /** HTTP 307 to somewhere else. */
    REDIRECTED,
    /** HTTP 200 with far more than anybody asked for. */
    ENDLESS,
    /** HTTP 200 with something that is no answer to the question. */
    NONSENSE,
    /** Nothing for the time, then the connection is closed without an answer. */
    SILENCE,
    /** Half of a good answer, then the connection is closed. */
    TRUNCATED,
    /** The TCP connection is reset. */
    RESET
  }

  /** 429 for this call, with this Retry-After in whole seconds. */
  public static Fault rateLimited(Duration retryAfter) {
    return new Fault(Kind.RATE_LIMITED, 429, null, retryAfter);
  }

  /** An HTTP status such as 500 or 503. */
  public static Fault status(int status) {
    return new Fault(Kind.STATUS, status, null, Duration.ZERO);
  }

  /** A redirection, which a client with a secret in its header must not follow. */
  public static Fault redirected(String target) {
    return new Fault(Kind.REDIRECTED, 307, target, Duration.ZERO);
  }

  /** Sixteen megabytes of blanks. */
  public static Fault endless() {
    return new Fault(Kind.ENDLESS, 200, null, Duration.ZERO);
  }

  /** A JSON object that leaves out what was asked for. */
  public static Fault nonsense() {
    return new Fault(Kind.NONSENSE, 200, null, Duration.ZERO);
  }

  /** No answer; the connection closes after {@code silence}. */
  public static Fault timeout(Duration silence) {
    return new Fault(Kind.SILENCE, 0, null, silence);
  }

  /** Half an answer. */
  public static Fault truncated() {
    return new Fault(Kind.TRUNCATED, 200, null, Duration.ZERO);
  }

  /** A reset connection. */
  public static Fault reset() {
    return new Fault(Kind.RESET, 0, null, Duration.ZERO);
  }
}
