package io.bellwether.benchmarks.measure;

import io.bellwether.analyzer.trades.trade.Reading;
import io.bellwether.analyzer.trades.trade.Trade;
import io.bellwether.analyzer.trades.trade.TradeReader;
import io.bellwether.analyzer.trades.watch.PairCodec;
import io.bellwether.analyzer.trades.watch.Settings;
import io.bellwether.analyzer.trades.watch.Watch;
import io.bellwether.benchmarks.load.MadeTrade;
import io.bellwether.benchmarks.load.Markets;
import io.bellwether.benchmarks.plain.PlainIndicators;
import io.bellwether.benchmarks.plain.PlainTrades;
import io.bellwether.benchmarks.stack.BenchStack;
import io.bellwether.quickstart.process.Child;
import io.bellwether.quickstart.process.LaunchException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How fast a backlog of trades is worked off, and how large the state is that remembers them. */
public final class TradesDrain {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int BATCH = 100_000;
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(3);
  private static final double NANOS_PER_SECOND = 1e9;

  private final BenchStack stack;
  private final TradesToAlerts.Load load;
  private final List<Rate> rates = new ArrayList<>();
  private final List<Tally> tallies = new ArrayList<>();
  private final Map<String, Watch> all = new HashMap<>();
  private final Map<String, Watch> bare = new HashMap<>();
  private int crossings;

  /**
   * What came of it.
   *
   * @param stateBytes of a market in the mean, windows and remembered ids included
   * @param bareBytes of a market in the mean, without them
   */
  public record Result(List<Rate> rates, List<Tally> tallies, double stateBytes, double bareBytes) {
    /** Whether each had to raise the alerts that there had to be, and no other. */
    public boolean isExact() {
      return tallies.stream().allMatch(Tally::isExact);
    }
  }

  public TradesDrain(BenchStack stack, TradesToAlerts.Load load) {
    this.stack = stack;
    this.load = load;
  }

  /** Runs it on a stack that has done nothing yet. */
  public Result run() throws InterruptedException {
    TradeLanes.create(stack);
    fill();
    byJob();
    byPlain();
    return new Result(
        List.copyOf(rates),
        List.copyOf(tallies),
        bytes(all, PlainIndicators.settings()),
        bytes(bare, PlainIndicators.withoutWindows()));
  }

  private void fill() {
    Markets markets = new Markets(load.seed(), load.alertEvery());
    Settings settings = PlainIndicators.settings();
    Settings without = PlainIndicators.withoutWindows();
    Duration between = Duration.ofNanos(Math.round(NANOS_PER_SECOND / load.perSecond()));
    Instant at = Instant.now().minus(between.multipliedBy(load.backlog()));
    try (Sender sender = new Sender(stack.bootstrap())) {
      for (int i = 0; i < load.backlog(); i++) {
        at = at.plus(between);
        MadeTrade made = i < Markets.COUNT ? markets.of(i, at) : markets.next(at);
        crossings += made.crosses() ? 1 : 0;
        sender.sendRaw(TradeLanes.TRADES, made.key(), made.value());
        Reading reading = TradeReader.read(made.value(), Long.MAX_VALUE);
        Trade trade = ((Reading.Read) reading).trade();
        watch(all, settings, trade);
        watch(bare, without, trade);
      }
    }
  }

  private static void watch(Map<String, Watch> pairs, Settings settings, Trade trade) {
    Watch watch =
        pairs.computeIfAbsent(
            trade.market().pair(), pair -> new Watch(settings, null, alert -> {}));
    watch.on(trade);
    // What is over is told and left, as after a batch.
    watch.closed();
  }

  private static double bytes(Map<String, Watch> pairs, Settings settings) {
    PairCodec codec = new PairCodec(settings);
    long bytes = pairs.values().stream().mapToLong(one -> codec.write(one.pair()).length).sum();
    return (double) bytes / Markets.COUNT;
  }

  private void byJob() throws InterruptedException {
    try (Seen seen = Seen.of(stack.bootstrap(), TradeLanes.ALERTS);
        Child job = stack.startTradesOnWhatThereIs(TradeLanes.SETTINGS)) {
      int exit =
          stack
              .watch()
              .until(
                  "the trades job to end",
                  PATIENCE,
                  () -> job.isAlive() ? Optional.empty() : Optional.of(job.exitCode()));
      if (exit != 0) {
        throw new LaunchException(
            "The trades job has failed:\n  " + String.join("\n  ", job.log().last(10)));
      }
      seen.read();
      // The first batch is over when the first alerts come.
      rates.add(Rate.of("trades job", load.backlog() - BATCH, seen.seconds()));
      rates.add(secondHalf("trades job", seen));
      tallies.add(seen.tally("trades job", crossings));
    }
  }

  /** When Java has compiled most of what it runs. Alerts are as dense everywhere. */
  private Rate secondHalf(String path, Seen seen) {
    return Rate.of(path + ", second half", load.backlog() / 2, seen.secondsOfSecondHalf());
  }

  private void byPlain() throws InterruptedException {
    try (Seen seen = Seen.of(stack.bootstrap(), TradeLanes.PLAIN + TradeLanes.ALERTS)) {
      Child plain =
          stack.startPlain(
              PlainTrades.class, TradeLanes.TRADES, Lanes.PARTITIONS, TradeLanes.PLAIN);
      Silence silence = new Silence();
      stack
          .watch()
          .until(
              "the plain program to read everything",
              PATIENCE,
              () ->
                  silence.isAfter(seen.count(), crossings) ? Optional.of(true) : Optional.empty());
      stack.stop(plain);
      seen.read();
      rates.add(Rate.of("plain consumer-producer", load.backlog(), seen.seconds()));
      rates.add(secondHalf("plain consumer-producer", seen));
      tallies.add(seen.tally("plain consumer-producer", crossings));
    }
  }

  /** Nothing more comes: alerts of other indicators are counted too, so the count is not enough. */
  private static final class Silence {
    private long count = -1;
    private long since = System.nanoTime();

    boolean isAfter(long now, long atLeast) {
      if (now != count) {
        count = now;
        since = System.nanoTime();
      }
      return count >= atLeast && System.nanoTime() - since > LONG_ENOUGH.toNanos();
    }
  }
}
