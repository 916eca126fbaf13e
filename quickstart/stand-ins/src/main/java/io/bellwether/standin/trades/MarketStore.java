package io.bellwether.standin.trades;

import io.bellwether.standin.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All markets and their trades. Safe for use from several threads. */
public final class MarketStore implements AutoCloseable {
  private final InstantSource clock;
  private final int keptTrades;
  private final Journal<Line> journal;
  private final Map<Market, MarketLog> logs = new LinkedHashMap<>();
  private final Map<String, Market> natives = new HashMap<>();

  private MarketStore(Options options, Journal<Line> journal) {
    this.clock = options.clock();
    this.keptTrades = options.keptTrades();
    this.journal = journal;
  }

  /** Opens what the folder holds; without one all is kept in memory. */
  static MarketStore open(Options options) {
    if (options.state() == null) {
      return new MarketStore(options, null);
    }
    try {
      Files.createDirectories(options.state());
      Path file = options.state().resolve("trades.jsonl");
      Journal<Line> journal = Journal.open(file, Line.class);
      MarketStore store = new MarketStore(options, journal);
      journal.found().forEach(store::restore);
      return store;
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot open the state in " + options.state(), failed);
    }
  }

  /** Lists a market, unless it is already. */
  public synchronized Market list(Market market) {
    if (!logs.containsKey(market)) {
      write(new Line.Listed(market.toString()));
      add(market);
    }
    return market;
  }

  /** Lists {@code kraken:BTC/USD}, unless it is already. */
  public Market list(String name) {
    return list(Market.of(name));
  }

  /** All markets in the order of their listing. */
  public synchronized List<Market> markets() {
    return List.copyOf(logs.keySet());
  }

  /** Those of one exchange. */
  public List<Market> markets(String exchange) {
    return markets().stream().filter(market -> market.exchange().equals(exchange)).toList();
  }

  /** The market of an exchange by the exchange's own id. */
  public synchronized Optional<Market> byNativeId(String exchange, String id) {
    return Optional.ofNullable(natives.get(exchange + " " + id));
  }

  /**
   * A trade happens.
   *
   * @throws IllegalArgumentException if its id or time is before the market's last
   */
  public synchronized Trade trade(Draft draft) {
    MarketLog log = log(list(draft.market()));
    Trade trade = log.next(draft);
    write(
        new Line.Traded(
            draft.market().toString(),
            trade.id(),
            trade.time().toString(),
            trade.price().toPlainString(),
            trade.volume().toPlainString(),
            trade.side()));
    log.keep(trade, keptTrades);
    return trade;
  }

  /** Trades happen, in this order. */
  public void trade(Collection<Draft> drafts) {
    drafts.forEach(this::trade);
  }

  /** The next ids of the market are left out: what the exchange shows has a gap there for good. */
  public void skipIds(Market market, int ids) {
    log(market).skip(ids);
  }

  /** What the exchange shows of a market now. */
  public Tape tape(Market market) {
    return tape(market, clock.instant());
  }

  /** What the exchange shows of a market at this time. */
  public Tape tape(Market market, Instant at) {
    return new Tape(log(market), at);
  }

  /** How many trades there have been in all markets, those to come later included. */
  public synchronized long total() {
    return logs.values().stream().mapToLong(MarketLog::count).sum();
  }

  @Override
  public synchronized void close() {
    if (journal != null) {
      try {
        journal.close();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  private synchronized MarketLog log(Market market) {
    MarketLog log = logs.get(market);
    if (log == null) {
      throw new IllegalArgumentException("no such market: " + market);
    }
    return log;
  }

  private void add(Market market) {
    logs.put(market, new MarketLog(market));
    natives.put(market.exchange() + " " + market.nativeId(), market);
  }

  private void write(Line line) {
    if (journal != null) {
      journal.append(line);
    }
  }

  private void restore(Line line) {
    if (line instanceof Line.Listed listed) {
      add(Market.of(listed.market()));
    } else if (line instanceof Line.Traded traded) {
      MarketLog log = logs.get(Market.of(traded.market()));
      Draft draft =
          Draft.of(
                  log.market,
                  Instant.parse(traded.time()),
                  traded.price(),
                  traded.volume(),
                  traded.side())
              .withId(traded.id());
      log.keep(log.next(draft), keptTrades);
    }
  }
}
