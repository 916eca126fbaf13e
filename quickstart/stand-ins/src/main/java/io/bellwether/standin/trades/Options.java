package io.bellwether.standin.trades;

import java.nio.file.Path;
import java.time.InstantSource;

/**
 * How the stand-in runs.
 *
 * @param port TCP port on 127.0.0.1; 0 takes any free one
 * @param state folder that keeps markets and trades; null keeps them in memory only
 * @param clock tells the time for rate limits, and which trades have happened
 * @param rateLimits whether each dialect's limits are enforced
 * @param nomicsKey the key that the Nomics dialect accepts
 * @param nomicsPerSecond calls a second that the key's plan allows
 * @param krakenPerSecond calls a second of one pair's trades, and of everything else together
 * @param nextToCursor whether {@code before} of Coinbase asks for the page next to the cursor
 *     instead of the newest one after it; its documents can be read either way
 * @param keptTrades how many trades of a market are kept at least; older ones are forgotten
 * @param recordedCalls how many calls are remembered
 */
public record Options(
    int port,
    Path state,
    InstantSource clock,
    boolean rateLimits,
    String nomicsKey,
    int nomicsPerSecond,
    int krakenPerSecond,
    boolean nextToCursor,
    int keptTrades,
    int recordedCalls) {
  /** Any free port, in memory, system clock, limits on, all trades kept. */
  public static Options defaults() {
    return new Options(
        0, null, InstantSource.system(), true, "nomics-key", 10, 1, false, 1_000_000_000, 10_000);
  }

  public Options withPort(int changed) {
    return with(changed, state, clock, rateLimits, nomicsPerSecond, nextToCursor, keptTrades);
  }

  public Options withState(Path changed) {
    return with(port, changed, clock, rateLimits, nomicsPerSecond, nextToCursor, keptTrades);
  }

  public Options withClock(InstantSource changed) {
    return with(port, state, changed, rateLimits, nomicsPerSecond, nextToCursor, keptTrades);
  }

  public Options withRateLimits(boolean changed) {
    return with(port, state, clock, changed, nomicsPerSecond, nextToCursor, keptTrades);
  }

  /** Calls a second of the Nomics plan. */
  public Options withNomicsPerSecond(int changed) {
    return with(port, state, clock, rateLimits, changed, nextToCursor, keptTrades);
  }

  public Options withNextToCursor(boolean changed) {
    return with(port, state, clock, rateLimits, nomicsPerSecond, changed, keptTrades);
  }

  public Options withKeptTrades(int changed) {
    return with(port, state, clock, rateLimits, nomicsPerSecond, nextToCursor, changed);
  }

  public Options withNomicsKey(String changed) {
    return new Options(
        port,
        state,
        clock,
        rateLimits,
        changed,
        nomicsPerSecond,
        krakenPerSecond,
        nextToCursor,
        keptTrades,
        recordedCalls);
  }

  private Options with(
      int newPort,
      Path newState,
      InstantSource newClock,
      boolean newRateLimits,
      int newNomicsPerSecond,
      boolean newNextToCursor,
      int newKeptTrades) {
    return new Options(
        newPort,
        newState,
        newClock,
        newRateLimits,
        nomicsKey,
        newNomicsPerSecond,
        krakenPerSecond,
        newNextToCursor,
        newKeptTrades,
        recordedCalls);
  }
}
