package io.bellwether.standin.slack.schedule;

import java.time.Duration;
import java.util.Locale;

/**
 * A misbehaviour and its moment.
 *
 * @param at since the schedule's begin
 */
public record TimedFault(Duration at, Misbehaviour what) {
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "+%.1f s  %s", at.toMillis() / 1000.0, what);
  }
}
