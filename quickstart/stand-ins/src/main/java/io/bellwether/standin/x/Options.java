package io.bellwether.standin.x;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/**
 * How the stand-in runs.
 *
 * @param port TCP port on 127.0.0.1; 0 takes any free one
 * @param state folder that keeps everything, secrets included; null keeps it in memory only
 * @param clock tells the time for ids, windows and keep-alives
 * @param rateLimits whether requests are counted against X's limits
 * @param postsPerMonth how many posts may be read in a calendar month (UTC) before X answers {@code
 *     UsageCapExceeded}; the same post counts once a UTC day. 0 for no end
 * @param searchDelay how old a post has to be before search without {@code end_time} gives it: 30
 *     seconds at X
 * @param keepAlive how often an idle stream gets an empty line: 20 seconds at X
 * @param recordedCalls how many API calls are remembered
 */
public record Options(
    int port,
    Path state,
    InstantSource clock,
    boolean rateLimits,
    long postsPerMonth,
    Duration searchDelay,
    Duration keepAlive,
    int recordedCalls) {
  /** Any free port, in memory, system clock, X's own limits and times, no cap. */
  public static Options defaults() {
    return new Options(
        0,
        null,
        InstantSource.system(),
        true,
        0,
        Duration.ofSeconds(30),
        Duration.ofSeconds(20),
        10_000);
  }

  public Options withPort(int changed) {
    return new Options(
        changed, state, clock, rateLimits, postsPerMonth, searchDelay, keepAlive, recordedCalls);
  }

  public Options withState(Path changed) {
    return new Options(
        port, changed, clock, rateLimits, postsPerMonth, searchDelay, keepAlive, recordedCalls);
  }

  public Options withClock(InstantSource changed) {
    return new Options(
        port, state, changed, rateLimits, postsPerMonth, searchDelay, keepAlive, recordedCalls);
  }

  public Options withRateLimits(boolean changed) {
    return new Options(
        port, state, clock, changed, postsPerMonth, searchDelay, keepAlive, recordedCalls);
  }

  public Options withPostsPerMonth(long changed) {
    return new Options(
        port, state, clock, rateLimits, changed, searchDelay, keepAlive, recordedCalls);
  }

  public Options withSearchDelay(Duration changed) {
    return new Options(
        port, state, clock, rateLimits, postsPerMonth, changed, keepAlive, recordedCalls);
  }

  public Options withKeepAlive(Duration changed) {
    return new Options(
        port, state, clock, rateLimits, postsPerMonth, searchDelay, changed, recordedCalls);
  }

  public Options withRecordedCalls(int changed) {
    return new Options(
        port, state, clock, rateLimits, postsPerMonth, searchDelay, keepAlive, changed);
  }
}
