package io.bellwether.connect.slack.sink.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Since when it is known what is in a channel. Nothing is known in the beginning and after every
 * assignment of partitions, because another task may have posted meanwhile; and after an answer
 * that left open what happened, there is doubt about the time since that post.
 */
final class Knowledge {
  /** How far the clocks of Slack, of the worker and of who wrote the record may be apart. */
  static final Duration CLOCKS = Duration.ofMinutes(5);

  private final InstantSource clock;
  private Instant knownSince = Instant.MAX;
  private Instant doubtSince = Instant.MAX;
  private ReadBack reading;
  private Instant readingSince;

  Knowledge(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether all posts since this time are known. */
  boolean reaches(Instant earliestPost) {
    return doubtSince.equals(Instant.MAX) && !withMargin(earliestPost).isBefore(knownSince);
  }

  /** A post of this time may or may not be there. */
  void doubt(Instant postedAt) {
    doubtSince = earlier(doubtSince, withMargin(postedAt));
    reading = null;
  }

  /** Others may have posted: nothing is known any more. */
  void forget() {
    knownSince = Instant.MAX;
    reading = null;
  }

  ReadBack reading() {
    return reading;
  }

  /** Since when the channel must be read so that this time is reached and no doubt is left. */
  Instant readFrom(Instant earliestPost) {
    Instant wanted = withMargin(earliestPost);
    if (!wanted.isBefore(knownSince)) {
      return doubtSince;
    }
    return earlier(doubtSince, knownSince.equals(Instant.MAX) ? wanted : atLeastTwice(wanted));
  }

  /** Alerts that come in no order of time must not lead to a look for each of them. */
  private Instant atLeastTwice(Instant wanted) {
    Instant now = clock.instant();
    return earlier(wanted, now.minus(Duration.between(knownSince, now).multipliedBy(2)));
  }

  void begin(ReadBack readBack, Instant since) {
    reading = readBack;
    readingSince = since;
  }

  /** Takes note of a look's end; one that was begun before {@link #forget} counts for nothing. */
  @SuppressWarnings("ReferenceEquality")
  void done(ReadBack readBack) {
    if (reading != readBack) {
      return;
    }
    reading = null;
    if (!doubtSince.isBefore(readingSince)) {
      doubtSince = Instant.MAX;
    }
    // A look that only settles a doubt begins later and leaves what was known before.
    knownSince = earlier(knownSince, readingSince);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant withMargin(Instant time) {
    return time.isBefore(Instant.EPOCH.plus(CLOCKS)) ? Instant.EPOCH : time.minus(CLOCKS);
  }
}
