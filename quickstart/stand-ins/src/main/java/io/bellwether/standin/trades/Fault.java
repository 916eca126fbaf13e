package io.bellwether.standin.trades;

import java.time.Duration;
import java.util.List;

/**
 * A way for a call to go wrong.
 *
 * @param kind what the caller sees
 * @param status HTTP status, where the kind has one
 * @param error Kraken's error word, where the kind has one
 * @param time how long to wait or be silent, where the kind has it
 */
public record Fault(Kind kind, int status, String error, Duration time) {
  /** What the caller sees. */
  public enum Kind {
    /** Too many calls, said in the dialect's own way; Binance adds a Retry-After of the time. */
    RATE_LIMITED,
    /** Binance's 418 with a Retry-After of the time; elsewhere like {@link #RATE_LIMITED}. */
    BANNED,
    /** An HTTP error status with a page that is not JSON. */
    STATUS,
    /** Kraken's HTTP 200 with an error; elsewhere HTTP 500 in the dialect's own words. */
    SERVICE_ERROR,
    /** Nothing for the time, then the connection is closed without an answer. */
    SILENCE,
    /** Half of a good answer, then the connection is closed. */
    TRUNCATED,
    /** HTTP 200 and a whole answer that is no JSON. */
    BROKEN_JSON,
    /** The TCP connection is reset. */
    RESET,
    /** The page's trades in another order. */
    OUT_OF_ORDER,
    /** One of the page's trades twice. */
    REPEATED,
    /** A trade in the middle of the page is missing; the next reading has it. */
    LEFT_OUT
  }

  /** One of each, with short times. */
  public static List<Fault> all() {
    return List.of(
        rateLimited(Duration.ofSeconds(1)),
        banned(Duration.ofSeconds(2)),
        serverError(503),
        serviceError("EService:Unavailable"),
        timeout(Duration.ofSeconds(2)),
        of(Kind.TRUNCATED),
        of(Kind.BROKEN_JSON),
        of(Kind.RESET),
        of(Kind.OUT_OF_ORDER),
        of(Kind.REPEATED),
        of(Kind.LEFT_OUT));
  }

  /** One that needs no more than its kind. */
  public static Fault of(Kind kind) {
    return new Fault(kind, 200, null, Duration.ZERO);
  }

  /** Too many calls; every call of that limit is refused until the time has passed. */
  public static Fault rateLimited(Duration time) {
    return new Fault(Kind.RATE_LIMITED, 429, null, time);
  }

  /** The address is banned for this time. */
  public static Fault banned(Duration time) {
    return new Fault(Kind.BANNED, 418, null, time);
  }

  /** An HTTP status such as 500 or 503. */
  public static Fault serverError(int status) {
    return new Fault(Kind.STATUS, status, null, Duration.ZERO);
  }

  /** Kraken's words, such as {@code EService:Busy} or {@code EGeneral:Too many requests}. */
  public static Fault serviceError(String error) {
    return new Fault(Kind.SERVICE_ERROR, 500, error, Duration.ZERO);
  }

  /** No answer; the connection closes after {@code silence}. */
  public static Fault timeout(Duration silence) {
    return new Fault(Kind.SILENCE, 0, null, silence);
  }
}
