package io.bellwether.quickstart.trades;

import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.rows.Stopped;
import io.bellwether.standin.trades.MarketStore;
import io.bellwether.standin.trades.Options;
import io.bellwether.standin.trades.TradesStandIn;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stand-in of the exchanges, with trades going on in it. */
public final class Exchanges implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Exchanges.class);

  /** Per market; a day of the made-up ones fits. */
  private static final int KEPT_TRADES = 50_000;

  /** Made up anew with each start would be a secret to nobody: it opens a stand-in on loopback. */
  private static final String KEY = "a-key-of-the-demo";

  private final TradesStandIn standIn;
  private final Stopped time = new Stopped();
  private final Thread thread;

  /**
   * What the user chose.
   *
   * @param file recorded trades; without one they are made up
   * @param speed how many times as fast as recorded; of made-up ones, how many times as many
   */
  public record Choice(Optional<Path> file, double speed) {
    /** Made-up trades at their usual pace. */
    public static final Choice MADE_UP = new Choice(Optional.empty(), 1);
  }

  private Exchanges(TradesStandIn standIn, Supplier<Trading> trading) {
    this.standIn = standIn;
    this.thread = new Thread(() -> trading.get().run(time), "exchanges");
    thread.setDaemon(true);
  }

  /**
   * Starts them; nothing happens in them yet.
   *
   * @param state folder that keeps their trades
   */
  public static Exchanges start(int port, Path state, Choice choice) {
    TradesStandIn standIn = standIn(port, state);
    try {
      return new Exchanges(standIn, trading(standIn.markets(), choice));
    } catch (RuntimeException failed) {
      standIn.close();
      throw failed;
    }
  }

  /** A file is looked at now; what is made up begins when the exchanges open. */
  private static Supplier<Trading> trading(MarketStore store, Choice choice) {
    if (choice.file().isPresent()) {
      Trading recorded = new RecordedTrades(choice.file().get(), store, choice.speed(), LOG::info);
      return () -> recorded;
    }
    return () -> new MadeUpTrades(store, choice.speed(), InstantSource.system());
  }

  private static TradesStandIn standIn(int port, Path state) {
    try {
      return TradesStandIn.start(
          Options.defaults()
              .withPort(port)
              .withState(state)
              .withNomicsKey(KEY)
              .withKeptTrades(KEPT_TRADES));
    } catch (UncheckedIOException e) {
      throw new LaunchException(
          "The exchanges' stand-in cannot start: "
              + e.getMessage()
              + ": "
              + e.getCause().getMessage()
              + ". --fresh begins anew.",
          e);
    }
  }

  /** From now on there are trades. */
  public void open() {
    thread.start();
  }

  /** Where the Nomics dialect is. */
  public URI url() {
    return standIn.nomicsUrl();
  }

  /** The key of the Nomics dialect. */
  public String key() {
    return KEY;
  }

  /** How many trades there have been. */
  public long happened() {
    return standIn.markets().total();
  }

  /** The stand-in itself. */
  public TradesStandIn standIn() {
    return standIn;
  }

  @Override
  public void close() {
    time.now();
    try {
      // Returns at once where they never opened.
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    standIn.close();
  }
}
