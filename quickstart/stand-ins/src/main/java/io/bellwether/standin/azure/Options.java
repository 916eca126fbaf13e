package io.bellwether.standin.azure;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How the stand-in runs.
 *
 * @param port TCP port on 127.0.0.1; 0 takes any free one
 * @param clock tells the time for the rate limits
 * @param key the one subscription key it accepts
 * @param answerTime how long every answer takes
 * @param perSecond calls a second of each kind, as tiers have them
 * @param perMinute calls a minute of each kind
 * @param badShare the share of documents, 0..1, that it says it cannot process; always the same
 *     ones
 * @param seed chooses which
 * @param recordedCalls how many calls are remembered
 */
public record Options(
    int port,
    InstantSource clock,
    String key,
    Duration answerTime,
    int perSecond,
    int perMinute,
    double badShare,
    long seed,
    int recordedCalls) {
  /** The key that is accepted unless another is chosen. */
  public static final String DEFAULT_KEY = "stand-in-key";

  /** Any free port, 50 ms an answer, the limits of the standard tier, no bad documents. */
  public static Options defaults() {
    return new Options(
        0, InstantSource.system(), DEFAULT_KEY, Duration.ofMillis(50), 1_000, 1_000, 0, 0, 100_000);
  }

  public Options withPort(int changed) {
    return new Options(
        changed, clock, key, answerTime, perSecond, perMinute, badShare, seed, recordedCalls);
  }

  public Options withClock(InstantSource changed) {
    return new Options(
        port, changed, key, answerTime, perSecond, perMinute, badShare, seed, recordedCalls);
  }

  public Options withKey(String changed) {
    return new Options(
        port, clock, changed, answerTime, perSecond, perMinute, badShare, seed, recordedCalls);
  }

  public Options withAnswerTime(Duration changed) {
    return new Options(
        port, clock, key, changed, perSecond, perMinute, badShare, seed, recordedCalls);
  }

  public Options withLimits(int changedPerSecond, int changedPerMinute) {
    return new Options(
        port,
        clock,
        key,
        answerTime,
        changedPerSecond,
        changedPerMinute,
        badShare,
        seed,
        recordedCalls);
  }

  /** This share of all documents gets an error of its own, chosen by the seed and the text. */
  public Options withBadDocuments(long changedSeed, double share) {
    return new Options(
        port, clock, key, answerTime, perSecond, perMinute, share, changedSeed, recordedCalls);
  }
}
