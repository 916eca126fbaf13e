package io.bellwether.standin.slack;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/**
 * How the stand-in runs.
 *
 * @param port TCP port on 127.0.0.1; 0 takes any free one
 * @param state folder that keeps everything, tokens included; null keeps it in memory only
 * @param clock tells the time for ts, rate limits and redelivery
 * @param rateLimits whether the Web API's tiers are enforced
 * @param postingLimit whether {@code chat.postMessage} is held to one message a second a channel
 * @param ackTimeout how long an envelope waits for its acknowledgement
 * @param lateDelivery whether events of the time without a connection are delivered at the next
 *     one; Slack's documents do not promise it, so they are lost by default
 * @param oldestFirst whether a history request with {@code oldest} but no {@code latest} pages from
 *     the oldest end; sources disagree about Slack
 * @param recordedCalls how many API calls are remembered
 */
public record Options(
    int port,
    Path state,
    InstantSource clock,
    boolean rateLimits,
    boolean postingLimit,
    Duration ackTimeout,
    boolean lateDelivery,
    boolean oldestFirst,
    int recordedCalls) {
  /** Any free port, in memory, system clock, limits on, 3 seconds to acknowledge. */
  public static Options defaults() {
    return new Options(
        0, null, InstantSource.system(), true, true, Duration.ofSeconds(3), false, false, 10_000);
  }

  public Options withPort(int changed) {
    return new Options(
        changed,
        state,
        clock,
        rateLimits,
        postingLimit,
        ackTimeout,
        lateDelivery,
        oldestFirst,
        recordedCalls);
  }

  public Options withState(Path changed) {
    return new Options(
        port,
        changed,
        clock,
        rateLimits,
        postingLimit,
        ackTimeout,
        lateDelivery,
        oldestFirst,
        recordedCalls);
  }

  public Options withClock(InstantSource changed) {
    return new Options(
        port,
        state,
        changed,
        rateLimits,
        postingLimit,
        ackTimeout,
        lateDelivery,
        oldestFirst,
        recordedCalls);
  }

  public Options withRateLimits(boolean changed) {
    return new Options(
        port,
        state,
        clock,
        changed,
        postingLimit,
        ackTimeout,
        lateDelivery,
        oldestFirst,
        recordedCalls);
  }

  public Options withPostingLimit(boolean changed) {
    return new Options(
        port,
        state,
        clock,
        rateLimits,
        changed,
        ackTimeout,
        lateDelivery,
        oldestFirst,
        recordedCalls);
  }

  public Options withAckTimeout(Duration changed) {
    return new Options(
        port,
        state,
        clock,
        rateLimits,
        postingLimit,
        changed,
        lateDelivery,
        oldestFirst,
        recordedCalls);
  }

  public Options withLateDelivery(boolean changed) {
    return new Options(
        port,
        state,
        clock,
        rateLimits,
        postingLimit,
        ackTimeout,
        changed,
        oldestFirst,
        recordedCalls);
  }

  public Options withOldestFirst(boolean changed) {
    return new Options(
        port,
        state,
        clock,
        rateLimits,
        postingLimit,
        ackTimeout,
        lateDelivery,
        changed,
        recordedCalls);
  }

  public Options withRecordedCalls(int changed) {
    return new Options(
        port,
        state,
        clock,
        rateLimits,
        postingLimit,
        ackTimeout,
        lateDelivery,
        oldestFirst,
        changed);
  }
}
