package io.bellwether.connect.nomics.source.read;

import io.bellwether.connect.nomics.source.NomicsSourceConfig;
import io.bellwether.connect.nomics.source.api.TradeApi;
import io.bellwether.connect.nomics.source.mapping.Market;
import io.bellwether.connect.nomics.source.offset.MarketPartition;
import io.bellwether.connect.nomics.source.offset.TradePosition;
import io.bellwether.connect.nomics.source.schedule.Pace;
import io.bellwether.connect.nomics.source.schedule.Shares;
import io.bellwether.connect.poll.Monitor;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks which markets there are, and how busy they have been by the rates that their positions
 * carry, and tells when the tasks have to be split anew.
 */
public final class MarketMonitor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MarketMonitor.class);

  /** By how much the costliest task may exceed what a new split would give it. */
  private static final double LOPSIDED = 1.5;

  private final TradeApi api;
  private final MarketChoice choice;
  private final Pace pace;
  private final OffsetStorageReader offsets;
  private final InstantSource clock;
  private final Runnable onChange;
  private final Roster roster;
  private final Monitor<List<Market>> monitor;
  private volatile List<Market> markets = List.of();
  private volatile Map<String, Double> rates = Map.of();
  private volatile List<Shares<Market>> split = List.of();

  /**
   * @param offsets of the connector
   * @param onChange told when {@link #split} would give something else
   * @param onRefusal told when only a person can help
   */
  public MarketMonitor(
      NomicsSourceConfig config,
      TradeApi api,
      OffsetStorageReader offsets,
      InstantSource clock,
      Runnable onChange,
      Consumer<ConnectException> onRefusal) {
    this.api = api;
    this.choice = config.choice();
    this.pace = config.pace();
    this.offsets = offsets;
    this.clock = clock;
    this.onChange = onChange;
    this.roster = new Roster(pace.staleness().multipliedBy(2));
    this.monitor =
        new Monitor<>(
            "the markets", api::markets, config.marketsInterval(), this::looked, onRefusal);
  }

  /** Begins to look. */
  public void start() {
    monitor.start();
  }

  /** The markets and the budget of each task; empty as long as no market is known. */
  public List<Shares<Market>> split(int tasks) {
    List<Market> now = markets;
    Map<String, Double> known = rates;
    split = Shares.of(now, market -> known.getOrDefault(market.key(), 0.0), pace, tasks);
    return split;
  }

  private void looked(List<Market> all) {
    List<String> missing = choice.missing(all);
    if (!missing.isEmpty()) {
      LOG.warn("There are no such markets: {}. Check the key markets.", missing);
    }
    List<Market> chosen = choice.of(all).stream().filter(MarketList::isWritable).toList();
    List<Market> now = roster.look(chosen, clock.instant());
    if (!pace.allows(now.size())) {
      LOG.warn(
          "{} markets cannot be read within {} by {} requests a second: trades come later than"
              + " staleness.ms says. Choose fewer markets, or raise one of the two.",
          now.size(),
          pace.staleness(),
          pace.requestsPerSecond());
    }
    rates = rates(now);
    if (!now.equals(markets)) {
      LOG.info("{} markets are read from now on, {} before", now.size(), markets.size());
      markets = now;
      onChange.run();
    } else if (isLopsided()) {
      LOG.info("The load of the tasks is uneven: the markets are split anew");
      onChange.run();
    }
  }

  private Map<String, Double> rates(List<Market> now) {
    Map<Map<String, String>, String> keys = new HashMap<>();
    now.forEach(
        market ->
            keys.put(new MarketPartition(market.exchange(), market.name()).toMap(), market.key()));
    Map<String, Double> known = new HashMap<>();
    offsets
        .offsets(keys.keySet())
        .forEach(
            (partition, position) -> {
              if (position != null) {
                known.put(keys.get(partition), TradePosition.fromMap(position).rate());
              }
            });
    return known;
  }

  private boolean isLopsided() {
    List<Shares<Market>> current = split;
    Map<String, Double> known = rates;
    List<Shares<Market>> better =
        Shares.of(markets, market -> known.getOrDefault(market.key(), 0.0), pace, current.size());
    return costliest(current, known) > LOPSIDED * costliest(better, known);
  }

  private double costliest(List<Shares<Market>> shares, Map<String, Double> known) {
    return shares.stream()
        .mapToDouble(
            share ->
                share.markets().stream()
                    .mapToDouble(market -> pace.load(known.getOrDefault(market.key(), 0.0)))
                    .sum())
        .max()
        .orElse(0);
  }

  @Override
  public void close() {
    monitor.close();
    api.close();
  }
}
