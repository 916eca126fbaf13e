package io.bellwether.connect.http;

import io.bellwether.connect.log.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalLong;
import okhttp3.Headers;
import okio.ByteString;

/**
 * A whole answer, for the one class of a service that decides what it means.
 *
 * @param status the HTTP status
 * @param headers their names in any case
 * @param body as long as {@link HttpService} allows
 */
public record HttpAnswer(int status, Headers headers, ByteString body) {
  private static final int TOO_MANY = 429;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_EARLY = 425;
  private static final int SERVER_ERRORS = 500;

  /** 2xx. */
  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** Whether the service met its rate limit. */
  public boolean isLimited() {
    return status == TOO_MANY;
  }

  /** Whether the service is in trouble that passes: 408, 425 and 5xx. */
  public boolean isTrouble() {
    return status == REQUEST_TIMEOUT || status == TOO_EARLY || status >= SERVER_ERRORS;
  }

  /** A header, if it is there and not blank. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).map(String::strip).filter(s -> !s.isEmpty());
  }

  /** How the service names the request, if it says so. */
  public Optional<String> requestId() {
    return RequestId.of(headers::get);
  }

  /** A header that is a whole number. */
  public OptionalLong number(String name) {
    try {
      return header(name).map(Long::parseLong).map(OptionalLong::of).orElse(OptionalLong.empty());
    } catch (NumberFormatException noNumber) {
      return OptionalLong.empty();
    }
  }

  /**
   * How long {@code Retry-After} (RFC 9110, seconds or a date) asks to wait; zero when it does not
   * say.
   *
   * @param now by our clock; the service's own {@code Date} is taken instead where it tells one
   */
  public Duration retryAfter(Instant now) {
    OptionalLong seconds = number("Retry-After");
    if (seconds.isPresent()) {
      return Duration.ofSeconds(Math.max(0, seconds.getAsLong()));
    }
    return header("Retry-After")
        .flatMap(HttpAnswer::date)
        .map(at -> until(at, now))
        .orElse(Duration.ZERO);
  }

  /**
   * How long until a moment that the service named by its own clock; zero when it is over.
   *
   * @param now by our clock; the service's own {@code Date} is taken instead where it tells one
   */
  public Duration until(Instant at, Instant now) {
    Duration wait = Duration.between(header("Date").flatMap(HttpAnswer::date).orElse(now), at);
    return wait.isNegative() ? Duration.ZERO : wait;
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException noDate) {
      return Optional.empty();
    }
  }

  /** Neither headers nor body: they may hold secrets. */
  @Override
  public String toString() {
    return "HTTP " + status;
  }
}
