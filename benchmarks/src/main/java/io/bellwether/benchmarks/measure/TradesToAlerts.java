package io.bellwether.benchmarks.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.benchmarks.load.MadeTrade;
import io.bellwether.benchmarks.load.Markets;
import io.bellwether.benchmarks.load.Schedule;
import io.bellwether.benchmarks.load.SteadyClock;
import io.bellwether.benchmarks.plain.PlainIndicators;
import io.bellwether.benchmarks.plain.PlainTrades;
import io.bellwether.benchmarks.stack.BenchStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * From a trade in its topic to its alert, of 2,400 markets: by the trades job and by a plain
 * consumer-producer that asks the same indicators, in turns, and through Kafka alone.
 */
public final class TradesToAlerts {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Many alerts are many measurements. */
  private static final int ALERT_EVERY = 2;

  private final BenchStack stack;
  private final SteadyClock clock;
  private final Load load;
  private final Track job = new Track("trades job");
  private final Track plain = new Track("plain consumer-producer");
  private final Track floor = new Track("Kafka alone");

  /**
   * What is sent.
   *
   * @param perSecond trades
   * @param warmUp trades that are sent first, as fast, and not timed
   * @param trades that are timed, of each way
   * @param backlog trades to work off
   * @param alertEvery one of how many trades of a market in the backlog raises an alert
   */
  public record Load(
      double perSecond, int warmUp, int trades, int backlog, int alertEvery, long seed) {}

  public TradesToAlerts(BenchStack stack, SteadyClock clock, Load load) {
    this.stack = stack;
    this.clock = clock;
    this.load = load;
  }

  /** Runs it on a stack that has done nothing yet. */
  public Outcome run() throws InterruptedException {
    TradeLanes.create(stack);
    stack.startPlain(
        PlainTrades.class, TradeLanes.PLAIN_TRADES, Lanes.PARTITIONS, TradeLanes.PLAIN);
    stack.startTrades(TradeLanes.SETTINGS);
    Map<String, Arrivals.Listener> listeners =
        Map.of(
            TradeLanes.FLOOR,
            Arrivals.into(floor),
            TradeLanes.ALERTS,
            into(job),
            TradeLanes.PLAIN + TradeLanes.ALERTS,
            into(plain));
    try (Arrivals arrivals = Arrivals.from(stack.bootstrap(), clock, listeners);
        Sender sender = new Sender(stack.bootstrap())) {
      everyMarketOnce(sender);
      ways(sender);
      Lanes.await(stack, clock, arrivals, List.of(floor, plain, job));
    }
    return new Outcome(
        List.of(job.tally(), plain.tally(), floor.tally()),
        List.of(job.latency(), plain.latency(), floor.latency()),
        List.of());
  }

  private final Markets jobMarkets = new Markets(1, ALERT_EVERY);
  private final Markets plainMarkets = new Markets(1, ALERT_EVERY);

  /** So that each of them is remembered before anything is timed. */
  private void everyMarketOnce(Sender sender) {
    for (int market = 0; market < Markets.COUNT; market++) {
      MadeTrade one = jobMarkets.of(market, Instant.now());
      sender.sendRaw(TradeLanes.TRADES, one.key(), one.value());
      MadeTrade other = plainMarkets.of(market, Instant.now());
      sender.sendRaw(TradeLanes.PLAIN_TRADES, other.key(), other.value());
    }
  }

  private void ways(Sender sender) throws InterruptedException {
    int floorEvery = 10;
    new Schedule(clock, load.perSecond)
        .run(
            load.warmUp + load.trades,
            (n, due) -> {
              boolean timed = n >= load.warmUp;
              MadeTrade one = jobMarkets.next(Instant.now());
              if (one.crosses()) {
                job.expect(one.eventId(), TradeLanes.ALERTS, due, timed);
              }
              sender.sendRaw(TradeLanes.TRADES, one.key(), one.value());
              MadeTrade other = plainMarkets.next(Instant.now());
              if (other.crosses()) {
                plain.expect(other.eventId(), TradeLanes.PLAIN + TradeLanes.ALERTS, due, timed);
              }
              sender.sendRaw(TradeLanes.PLAIN_TRADES, other.key(), other.value());
              if (n % floorEvery == 0) {
                String id = "floor:" + n;
                floor.expect(id, TradeLanes.FLOOR, due, timed);
                sender.sendRaw(TradeLanes.FLOOR, id, one.value());
              }
            });
  }

  private static Arrivals.Listener into(Track track) {
    return (record, micros) -> {
      JsonNode alert = read(record);
      if (alert.path("indicator").asText().equals(PlainIndicators.LEVEL)) {
        track.arrived(alert.path("trade").asText(), record.topic(), micros);
      }
    };
  }

  private static JsonNode read(ConsumerRecord<String, byte[]> record) {
    try {
      return JSON.readTree(record.value());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
