package io.bellwether.standin.trades;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.standin.TickableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A stand-in on a manual clock, and a client. */
final class Fixture implements AutoCloseable {
  static final Instant NOON = Instant.parse("2023-11-14T12:00:00Z");

  final TickableClock clock = new TickableClock();
  final TradesStandIn standIn;
  final Client client;

  Fixture(Options options) {
    standIn = TradesStandIn.start(options.withClock(clock));
    client = new Client(standIn);
  }

  static Fixture unlimited() {
    return new Fixture(Options.defaults().withRateLimits(false));
  }

  Market list(String name) {
    return standIn.markets().list(name);
  }

  Trade trade(Market market, Instant time, String price, String volume) {
    return standIn.markets().trade(Draft.of(market, time, price, volume, Side.BUY));
  }

  /** Trades a second apart from noon on; each price is its number. */
  void trades(Market market, int count) {
    for (int n = 1; n <= count; n++) {
      trade(market, NOON.plusSeconds(n), Integer.toString(n), "0.5");
    }
  }

  /** A field of every row. */
  static List<String> all(JsonNode rows, String field) {
    List<String> values = new ArrayList<>();
    rows.forEach(row -> values.add(row.get(field).asText()));
    return values;
  }

  @Override
  public void close() {
    standIn.close();
  }
}
