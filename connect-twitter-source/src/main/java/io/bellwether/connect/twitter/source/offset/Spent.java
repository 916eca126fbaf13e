package io.bellwether.connect.twitter.source.offset;

import io.bellwether.connect.offset.OffsetFields;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * How many posts a query has read, as X bills them: the same post twice on one day counts once.
 *
 * @param day in UTC
 * @param thatDay posts on that day
 * @param period first day of the billing period, in UTC
 * @param thatPeriod posts in that period
 */
public record Spent(LocalDate day, long thatDay, LocalDate period, long thatPeriod) {
  /** Nothing yet. */
  public static final Spent NOTHING = new Spent(LocalDate.EPOCH, 0, LocalDate.EPOCH, 0);

  static final String DAY = "spent_on";
  static final String THAT_DAY = "spent_that_day";
  static final String PERIOD = "spent_since";
  static final String THAT_PERIOD = "spent_in_all";

  /** What of it belongs to another day and its period. */
  public Spent on(LocalDate today, LocalDate periodStart) {
    return new Spent(
        today,
        day.equals(today) ? thatDay : 0,
        periodStart,
        period.equals(periodStart) ? thatPeriod : 0);
  }

  /** So many posts more on the same day. */
  public Spent plus(long posts) {
    return new Spent(day, thatDay + posts, period, thatPeriod + posts);
  }

  static Spent from(OffsetFields fields) {
    return new Spent(
        date(fields, DAY),
        fields.number(THAT_DAY).orElse(0),
        date(fields, PERIOD),
        fields.number(THAT_PERIOD).orElse(0));
  }

  private static LocalDate date(OffsetFields fields, String name) {
    Optional<String> text = fields.optional(name);
    try {
      return text.map(LocalDate::parse).orElse(LocalDate.EPOCH);
    } catch (DateTimeParseException e) {
      throw new ConnectException(
          "The offset field '%s' must be a day such as 2026-11-25, not %s."
              .formatted(name, text.orElse("")),
          e);
    }
  }

  void addTo(Map<String, Object> map) {
    if (!equals(NOTHING)) {
      map.put(DAY, day.toString());
      map.put(THAT_DAY, thatDay);
      map.put(PERIOD, period.toString());
      map.put(THAT_PERIOD, thatPeriod);
    }
  }
}
