package io.bellwether.standin.x.api;

import io.bellwether.standin.x.Snowflake;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Which posts a search is about.
 *
 * @param above greater ids only
 * @param below smaller ids only
 */
record Range(long above, long below) {
  private static final Duration DAYS = Duration.ofDays(7);
  private static final Duration END_AT_LEAST = Duration.ofSeconds(10);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /**
   * @param known the moment of the first page: the default end is {@code delay} before it
   */
  static Range of(Parameters parameters, Instant now, Instant known, Duration delay) {
    boolean byTime =
        parameters.text("start_time").or(() -> parameters.text("end_time")).isPresent();
    boolean byId = parameters.text("since_id").or(() -> parameters.text("until_id")).isPresent();
    if (byTime && byId) {
      throw Problem.invalid(
          Json.object()
              .put(
                  "message",
                  "Invalid use of 'since_id' or 'until_id' in conjunction with 'start_time' or"
                      + " 'end_time'."));
    }
    long oldest = Snowflake.first(now.minus(DAYS));
    long above = Math.max(id(parameters, "since_id", oldest, oldest), start(parameters, now));
    long below =
        Math.min(
            id(parameters, "until_id", Long.MAX_VALUE, oldest), end(parameters, now, known, delay));
    return new Range(above, below);
  }

  private static long id(Parameters parameters, String name, long otherwise, long oldest) {
    long id = parameters.id(name).orElse(otherwise);
    if (id < oldest) {
      throw Problem.invalid(
          name,
          String.valueOf(id),
          String.format(
              Locale.ROOT,
              "'%s' must be a tweet id created after %s. Please use a '%s' that is larger than %d",
              name,
              MINUTE.format(Snowflake.time(oldest)),
              name,
              oldest));
    }
    return id;
  }

  private static long start(Parameters parameters, Instant now) {
    return parameters
        .time("start_time")
        .map(
            start -> {
              Instant first = now.minus(DAYS);
              if (start.isBefore(first)) {
                throw invalid("start_time", start, "must be on or after " + MINUTE.format(first));
              }
              return Snowflake.first(start) - 1;
            })
        .orElse(0L);
  }

  private static long end(Parameters parameters, Instant now, Instant known, Duration delay) {
    return parameters
        .time("end_time")
        .map(
            end -> {
              if (end.isAfter(now.minus(END_AT_LEAST))) {
                throw invalid(
                    "end_time", end, "must be a minimum of 10 seconds prior to the request time.");
              }
              return Snowflake.first(end);
            })
        .orElseGet(() -> Snowflake.first(known.minus(delay)));
  }

  private static Problem invalid(String name, Instant value, String rule) {
    String written = MINUTE.format(value);
    return Problem.invalid(
        name,
        value.toString(),
        String.format(Locale.ROOT, "Invalid '%s':'%s'. '%s' %s", name, written, name, rule));
  }
}
