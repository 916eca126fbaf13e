package io.bellwether.quickstart.trades;

import io.bellwether.quickstart.rows.CsvRows;
import io.bellwether.quickstart.rows.Header;
import io.bellwether.quickstart.rows.Pace;
import io.bellwether.quickstart.rows.Row;
import io.bellwether.quickstart.rows.Stopped;
import io.bellwether.standin.trades.Draft;
import io.bellwether.standin.trades.Market;
import io.bellwether.standin.trades.MarketStore;
import io.bellwether.standin.trades.Side;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The rows of a CSV file with the columns {@code exchange}, {@code base}, {@code quote}, {@code
 * timestamp} (RFC 3339), {@code price} and {@code volume}, and {@code id} and {@code side} if it
 * has them, at the pace at which they happened or faster. Their times stay what they were. Rows
 * that cannot be used are counted and passed over.
 */
final class RecordedTrades implements Trading {
  private static final int FIRST_ROWS = 100_000;

  private final Path file;
  private final MarketStore store;
  private final double speed;
  private final Consumer<String> teller;
  private long used;
  private long bad;

  private record Columns(
      int exchange, int base, int quote, int time, int price, int volume, int id, int side) {
    static Columns of(Header header) {
      return new Columns(
          header.index("exchange"),
          header.index("base"),
          header.index("quote"),
          header.index("timestamp"),
          header.index("price"),
          header.index("volume"),
          header.find("id"),
          header.find("side"));
    }

    Draft draft(List<String> row) {
      return new Draft(
          Market.of(row.get(exchange) + ":" + row.get(base) + "/" + row.get(quote)),
          id < 0 ? null : Long.valueOf(row.get(id)),
          OffsetDateTime.parse(row.get(time)).toInstant(),
          new BigDecimal(row.get(price)),
          new BigDecimal(row.get(volume)),
          side < 0 ? Side.BUY : Side.valueOf(row.get(side).toUpperCase(Locale.ROOT)));
    }
  }

  /**
   * Looks at the header, and lists the markets of the first rows.
   *
   * @param speed how many times as fast as it happened; infinity for at once
   * @param teller is told how it ended
   * @throws io.bellwether.quickstart.process.LaunchException if there is no such file, or a column
   *     is missing
   */
  RecordedTrades(Path file, MarketStore store, double speed, Consumer<String> teller) {
    this.file = file;
    this.store = store;
    this.speed = speed;
    this.teller = teller;
    try (CsvRows rows = CsvRows.open(file)) {
      Columns columns = Columns.of(rows.header());
      // The source looks for markets when it starts.
      for (int n = 0; n < FIRST_ROWS; n++) {
        rows.next().flatMap(row -> draft(columns, row)).ifPresent(row -> store.list(row.market()));
      }
    }
    bad = 0;
  }

  /** Goes on after as many rows as the store has trades. */
  @Override
  public void run(Stopped time) {
    long there = store.total();
    Pace pace = new Pace(time);
    long first = -1;
    try (CsvRows rows = CsvRows.open(file)) {
      Columns columns = Columns.of(rows.header());
      for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        Optional<Draft> draft = draft(columns, row.get());
        if (draft.isEmpty()) {
          continue;
        }
        if (used < there) {
          used++;
          continue;
        }
        long millis = draft.get().time().toEpochMilli();
        first = first < 0 ? millis : first;
        if (!pace.awaitTurn(Pace.inEventTime(millis - first, speed))) {
          break;
        }
        trade(draft.get());
      }
    }
    teller.accept(used + " trades of " + file + " have happened, " + bad + " bad rows");
  }

  private Optional<Draft> draft(Columns columns, Row row) {
    if (row instanceof Row.Values values) {
      try {
        return Optional.of(columns.draft(values.values()));
      } catch (DateTimeException | IllegalArgumentException notUsable) {
        // Counted below, with rows of another length.
      }
    }
    bad++;
    return Optional.empty();
  }

  private void trade(Draft draft) {
    try {
      store.trade(draft);
      used++;
    } catch (IllegalArgumentException notInOrder) {
      bad++;
    }
  }
}
