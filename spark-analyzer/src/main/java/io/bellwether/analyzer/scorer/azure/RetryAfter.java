package io.bellwether.analyzer.scorer.azure;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** How long the service wants to be left alone: its own headers in ms, or the standard one. */
final class RetryAfter {
  private static final List<String> MILLISECONDS = List.of("retry-after-ms", "x-ms-retry-after-ms");

  /** Whoever says more is not believed; the next refusal will say it again. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private RetryAfter() {}

  static Optional<Duration> of(HttpHeaders headers) {
    for (String name : MILLISECONDS) {
      Optional<Long> millis = headers.firstValue(name).flatMap(RetryAfter::number);
      if (millis.isPresent()) {
        return millis.map(Duration::ofMillis).map(RetryAfter::bounded);
      }
    }
    return headers
        .firstValue("retry-after")
        .flatMap(
            value ->
                number(value)
                    .map(Duration::ofSeconds)
                    .or(() -> date(value).map(at -> Duration.between(Instant.now(), at))))
        .map(RetryAfter::bounded);
  }

  private static Duration bounded(Duration wait) {
    return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  private static Optional<Long> number(String value) {
    return value.strip().matches("\\d{1,9}")
        ? Optional.of(Long.parseLong(value.strip()))
        : Optional.empty();
  }

  private static Optional<Instant> date(String value) {
    try {
      return Optional.of(
          ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
