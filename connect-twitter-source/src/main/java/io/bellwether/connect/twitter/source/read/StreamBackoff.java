package io.bellwether.connect.twitter.source.read;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * When the stream may be opened again, as X prescribes it
 * (docs.x.com/x-api/fundamentals/handling-disconnections): at once after a connection that worked,
 * then slowly after trouble of the network, faster after HTTP errors, and fastest after a 429.
 */
final class StreamBackoff {
  private static final Duration NETWORK_STEP = Duration.ofMillis(250);
  private static final Duration NETWORK_MOST = Duration.ofSeconds(16);
  private static final Duration HTTP_FIRST = Duration.ofSeconds(5);
  private static final Duration HTTP_MOST = Duration.ofSeconds(320);
  private static final Duration LIMITED_FIRST = Duration.ofMinutes(1);

  /** X names no most; its window of connects is a quarter of an hour. */
  private static final Duration LIMITED_MOST = Duration.ofMinutes(16);

  private final InstantSource clock;
  private Instant next = Instant.MIN;
  private int network;
  private int http;
  private int limited;

  StreamBackoff(InstantSource clock) {
    this.clock = clock;
  }

  boolean isDue() {
    return !next.isAfter(clock.instant());
  }

  /** A connection worked: when it ends, the next attempt is made at once. */
  void worked() {
    network = 0;
    http = 0;
    limited = 0;
    next = Instant.MIN;
  }

  /** The network failed. */
  Duration network() {
    network++;
    return in(shorter(NETWORK_STEP.multipliedBy(network), NETWORK_MOST));
  }

  /** X answered with an error, or ended a connection before it worked. */
  Duration http() {
    return in(doubled(HTTP_FIRST, http++, HTTP_MOST));
  }

  /**
   * X answered 429.
   *
   * @param asked what its headers say
   */
  Duration limited(Duration asked) {
    Duration grown = doubled(LIMITED_FIRST, limited++, LIMITED_MOST);
    return in(asked.compareTo(grown) > 0 ? asked : grown);
  }

  private Duration in(Duration wait) {
    next = clock.instant().plus(wait);
    return wait;
  }

  private static Duration doubled(Duration first, int times, Duration most) {
    return shorter(first.multipliedBy(1L << Math.min(times, 20)), most);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
