package io.bellwether.standin.slack;

import java.time.Duration;

/**
 * A way for a Web API call to go wrong.
 *
 * @param kind what the caller sees
 * @param carriedOut whether the call was carried out all the same: a message was posted
 * @param status HTTP status, where the kind has one
 * @param error Slack's error word, where the kind has one
 * @param time how long to wait or be silent, where the kind has it
 */
public record Fault(Kind kind, boolean carriedOut, int status, String error, Duration time) {
  /** What the caller sees. */
  public enum Kind {
    /** HTTP 429 until the time has passed. */
    RATE_LIMITED,
    /** An HTTP error status with a page that is not JSON. */
    STATUS,
    /** HTTP 200 with {@code ok:false}. */
    ERROR,
    /** Nothing for the time, then the connection is closed without an answer. */
    SILENCE,
    /** Half of a good answer, then the connection is closed. */
    TRUNCATED,
    /** The TCP connection is reset. */
    RESET
  }

  /** 429 for this and every call of the method by that app until {@code retryAfter} has passed. */
  public static Fault rateLimited(Duration retryAfter) {
    return new Fault(Kind.RATE_LIMITED, false, 429, "ratelimited", retryAfter);
  }

  /** An HTTP status such as 500 or 503, and nothing was done. */
  public static Fault serverError(int status) {
    return new Fault(Kind.STATUS, false, status, null, Duration.ZERO);
  }

  /** {@code ok:false} with this word, and nothing was done. */
  public static Fault apiError(String error) {
    return new Fault(Kind.ERROR, false, 200, error, Duration.ZERO);
  }

  /** No answer, and nothing was done; the connection closes after {@code silence}. */
  public static Fault timeout(Duration silence) {
    return new Fault(Kind.SILENCE, false, 0, null, silence);
  }

  /** No answer although the call was carried out; the connection closes after {@code silence}. */
  public static Fault postedButTimeout(Duration silence) {
    return new Fault(Kind.SILENCE, true, 0, null, silence);
  }

  /** {@code internal_error} although the call was carried out. */
  public static Fault postedButInternalError() {
    return new Fault(Kind.ERROR, true, 200, "internal_error", Duration.ZERO);
  }

  /** HTTP 500 although the call was carried out. */
  public static Fault postedButServerError() {
    return new Fault(Kind.STATUS, true, 500, null, Duration.ZERO);
  }

  /** A good answer that breaks off in the middle; the call was carried out. */
  public static Fault truncatedBody() {
    return new Fault(Kind.TRUNCATED, true, 200, null, Duration.ZERO);
  }

  /** Connection reset, and nothing was done. */
  public static Fault connectionReset() {
    return new Fault(Kind.RESET, false, 0, null, Duration.ZERO);
  }

  /** Connection reset although the call was carried out. */
  public static Fault postedButReset() {
    return new Fault(Kind.RESET, true, 0, null, Duration.ZERO);
  }
}
