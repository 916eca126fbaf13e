package io.bellwether.standin.x;

import java.time.Duration;

/**
 * A way for a call to go wrong.
 *
 * @param kind what the caller sees
 * @param status HTTP status, where the kind has one
 * @param time how long to be silent, where the kind has it
 */
public record Fault(Kind kind, int status, Duration time) {
  /** What the caller sees. */
  public enum Kind {
    /** HTTP 429: the window is used up until it ends, for every call of that app to that name. */
    RATE_LIMITED,
    /** HTTP 429 with {@code UsageCapExceeded} and rate limit headers that look healthy. */
    USAGE_CAPPED,
    /** HTTP 402: the account has no credits left. */
    CREDITS_DEPLETED,
    /** A problem with this HTTP status. */
    STATUS,
    /** A page that is not JSON, with this HTTP status, as proxies and CDNs send it. */
    PAGE,
    /** HTTP 200 and the good answer, with partial errors beside it. */
    PARTIAL_ERRORS,
    /** HTTP 200 and something that breaks off in the middle of its JSON, by its length complete. */
    BROKEN_JSON,
    /** Half of a good answer, then the connection is closed. */
    TRUNCATED,
    /** Nothing for the time, then the connection is closed without an answer. */
    SILENCE,
    /** The TCP connection is reset. */
    RESET
  }

  public static Fault rateLimited() {
    return new Fault(Kind.RATE_LIMITED, 429, Duration.ZERO);
  }

  public static Fault usageCapped() {
    return new Fault(Kind.USAGE_CAPPED, 429, Duration.ZERO);
  }

  public static Fault creditsDepleted() {
    return new Fault(Kind.CREDITS_DEPLETED, 402, Duration.ZERO);
  }

  /** A problem such as 401, 403, 500 or 503. */
  public static Fault status(int status) {
    return new Fault(Kind.STATUS, status, Duration.ZERO);
  }

  /** A page of text such as 502 or 503, and no problem. */
  public static Fault page(int status) {
    return new Fault(Kind.PAGE, status, Duration.ZERO);
  }

  public static Fault partialErrors() {
    return new Fault(Kind.PARTIAL_ERRORS, 200, Duration.ZERO);
  }

  public static Fault brokenJson() {
    return new Fault(Kind.BROKEN_JSON, 200, Duration.ZERO);
  }

  public static Fault truncatedBody() {
    return new Fault(Kind.TRUNCATED, 200, Duration.ZERO);
  }

  public static Fault silence(Duration time) {
    return new Fault(Kind.SILENCE, 0, time);
  }

  public static Fault connectionReset() {
    return new Fault(Kind.RESET, 0, Duration.ZERO);
  }
}
