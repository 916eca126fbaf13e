package io.bellwether.standin.slack.web;

import io.bellwether.standin.slack.Ts;
import java.util.Optional;

/**
 * The time range of a history request, both bounds included. Without {@code latest} there is no
 * upper bound: when many messages arrive at once the last are a few microseconds ahead of the
 * clock.
 *
 * @param low first microsecond
 * @param high last microsecond
 * @param onlyOldest whether {@code oldest} was given and {@code latest} was not
 */
record Range(Ts low, Ts high, boolean onlyOldest) {
  static Range of(Arguments arguments) {
    Optional<Ts> oldest = arguments.ts("oldest", "invalid_ts_oldest");
    Optional<Ts> latest = arguments.ts("latest", "invalid_ts_latest");
    int excluded = arguments.flag("inclusive") ? 0 : 1;
    long low = oldest.map(ts -> ts.micros() + excluded).orElse(0L);
    long high = latest.map(ts -> ts.micros() - excluded).orElse(Long.MAX_VALUE);
    return new Range(new Ts(low), new Ts(high), oldest.isPresent() && latest.isEmpty());
  }
}
