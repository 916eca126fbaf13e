package io.bellwether.connect.slack.sink.mapping;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Since when an event can have been posted at the earliest, which is how far a channel must be read
 * before it is posted. Not before its record was written: but who writes a record again, at a new
 * offset and with a new time, may do so long after the first one was posted. So the time at which
 * the event itself took place counts, and the window where that is not known or too long ago.
 *
 * @param timeField the field with the time of the event; {@code a.b} for a nested one
 * @param window how long before its record's time an event may have been posted
 */
public record FirstPosts(String timeField, Duration window, InstantSource clock) {
  /** Of a record with an event id. */
  Instant earliest(RecordFields fields, SinkRecord record) {
    Instant written = written(record);
    Instant limit = written.minus(window);
    Instant event = fields.text(timeField).flatMap(FirstPosts::time).orElse(limit);
    Instant earliest = event.isBefore(limit) ? limit : event;
    return notBefore1970(earliest.isAfter(written) ? written : earliest);
  }

  /** Of a record that is known by its place only: nobody can write it again. */
  Instant earliestOfPlace(SinkRecord record) {
    return notBefore1970(written(record));
  }

  private Instant written(SinkRecord record) {
    Instant now = clock.instant();
    Instant written =
        record.timestamp() == null ? Instant.EPOCH : Instant.ofEpochMilli(record.timestamp());
    return written.isAfter(now) ? now : written;
  }

  private static Instant notBefore1970(Instant time) {
    return time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time;
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
    } catch (DateTimeException notRfc3339) {
      return PlainText.decimal(text).map(millis -> Instant.ofEpochMilli(millis.longValue()));
    }
  }
}
