package io.bellwether.quickstart.it;

import io.bellwether.quickstart.rows.CsvRows;
import io.bellwether.quickstart.rows.Header;
import io.bellwether.quickstart.rows.Row;
import io.bellwether.standin.trades.Draft;
import io.bellwether.standin.trades.Market;
import io.bellwether.standin.trades.Side;
import io.bellwether.standin.trades.TradesStandIn;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** All trades of one market, from a file such as {@code demo --trades} takes. */
record Recording(String base, String quote, List<Deal> deals) {
  private static final int MOST_AT_ONCE = 36;

  /** One of them. */
  record Deal(long id, Instant time, BigDecimal price, BigDecimal volume, Side side) {}

  /** Reads a file whose rows are all of one market; where it has no ids, they are numbered. */
  static Recording read(Path file) {
    List<Deal> deals = new ArrayList<>();
    try (CsvRows rows = CsvRows.open(file)) {
      Header columns = rows.header();
      int ids = columns.find("id");
      String base = "";
      String quote = "";
      for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        List<String> fields = ((Row.Values) row.get()).values();
        base = fields.get(columns.index("base"));
        quote = fields.get(columns.index("quote"));
        deals.add(
            new Deal(
                ids < 0 ? deals.size() + 1 : Long.parseLong(fields.get(ids)),
                Instant.parse(fields.get(columns.index("timestamp"))),
                new BigDecimal(fields.get(columns.index("price"))),
                new BigDecimal(fields.get(columns.index("volume"))),
                Side.valueOf(fields.get(columns.index("side")).toUpperCase(Locale.ROOT))));
      }
      return new Recording(base, quote, List.copyOf(deals));
    }
  }

  /** Lets it happen on an exchange, with its own times and ids. */
  Market on(TradesStandIn service, String exchange) {
    Market market = service.markets().list(exchange + ":" + base + "/" + quote);
    for (Deal deal : deals) {
      service
          .markets()
          .trade(
              new Draft(market, deal.id(), deal.time(), deal.price(), deal.volume(), deal.side()));
    }
    return market;
  }

  /** The price in the middle: many trades cross it. */
  BigDecimal median() {
    return deals.stream().map(Deal::price).sorted().toList().get(deals.size() / 2);
  }

  /**
   * Makes a file up from a seed: uneven times, and up to 36 trades of one millisecond.
   *
   * @param price of the first trade; its last two digits move
   * @param firstId -1 for a file without ids
   */
  static Path madeUp(Path file, String pair, int count, String price, long firstId, long seed)
      throws IOException {
    Random random = new Random(seed);
    Instant time = Instant.parse("2019-10-11T00:00:11.620Z");
    BigDecimal now = new BigDecimal(price);
    int atOnce = 0;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("exchange,base,quote," + (firstId < 0 ? "" : "id,"));
      out.write("timestamp,side,price,volume\n");
      for (int n = 0; n < count; n++) {
        if (atOnce == 0) {
          time = time.plusMillis(1 + random.nextInt(30_000));
          atOnce = random.nextInt(12) > 0 ? 1 : 1 + random.nextInt(MOST_AT_ONCE);
        }
        atOnce--;
        now = now.add(BigDecimal.valueOf(random.nextInt(41) - 20, now.scale()));
        String id = firstId < 0 ? "" : (firstId + n) + ",";
        String volume =
            new BigDecimal(1 + random.nextInt(1_000_000))
                .movePointLeft(random.nextInt(9))
                .toPlainString();
        String side = random.nextBoolean() ? "buy" : "sell";
        out.write(
            "made-up,%s,%s%s,%s,%s,%s\n"
                .formatted(pair.replace('/', ','), id, time, side, now.toPlainString(), volume));
      }
    }
    return file;
  }
}
