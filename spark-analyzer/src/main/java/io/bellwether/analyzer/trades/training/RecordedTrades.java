package io.bellwether.analyzer.trades.training;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.common.record.Record;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import io.bellwether.analyzer.scorer.data.ToolException;
import io.bellwether.analyzer.trades.trade.MarketId;
import io.bellwether.analyzer.trades.trade.Reading;
import io.bellwether.analyzer.trades.trade.Side;
import io.bellwether.analyzer.trades.trade.Times;
import io.bellwether.analyzer.trades.trade.Trade;
import io.bellwether.analyzer.trades.trade.TradeReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Trades from files: JSON lines as they stand in the topic (.json, .jsonl), or CSV with the columns
 * exchange, base, quote, timestamp, price and volume; each plain or gzip.
 */
final class RecordedTrades {
  private final Path file;
  private final List<Trade> trades = new ArrayList<>();

  private RecordedTrades(Path file) {
    this.file = file;
  }

  /** In the order of their times; those at one time as they stand in the files. */
  static List<Trade> read(List<Path> files) {
    List<Trade> all = new ArrayList<>();
    for (Path file : files) {
      RecordedTrades recorded = new RecordedTrades(file);
      recorded.read();
      all.addAll(recorded.trades);
    }
    all.sort(Comparator.comparingLong(Trade::at));
    return all;
  }

  private void read() {
    String name = file.getFileName().toString();
    boolean isZipped = name.endsWith(".gz");
    boolean isJson = name.matches(".*\\.(json|jsonl)(\\.gz)?");
    try (InputStream raw = Files.newInputStream(file);
        InputStream plain = isZipped ? new GZIPInputStream(raw) : raw;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      if (isJson) {
        readJson(lines);
      } else {
        readCsv(lines);
      }
    } catch (IOException e) {
      throw new ToolException("Cannot read " + file + ": " + e, e);
    }
  }

  private void readJson(BufferedReader lines) throws IOException {
    long number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      Reading reading = TradeReader.read(line.getBytes(StandardCharsets.UTF_8), Long.MAX_VALUE);
      if (reading instanceof Reading.Malformed malformed) {
        throw bad(number, malformed.reason());
      }
      trades.add(((Reading.Read) reading).trade());
    }
  }

  private void readCsv(BufferedReader lines) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setHeaderExtractionEnabled(true);
    CsvParser parser = new CsvParser(settings);
    parser.beginParsing(lines);
    try {
      for (Record row = parser.parseNextRecord(); row != null; row = parser.parseNextRecord()) {
        trades.add(trade(row, parser.getContext().currentLine()));
      }
    } catch (TextParsingException | IllegalArgumentException e) {
      String columns = "It needs the columns exchange, base, quote, timestamp, price and volume";
      throw bad(parser.getContext().currentLine(), columns);
    }
  }

  private Trade trade(Record row, long line) {
    String base = value(row, "base");
    String quote = value(row, "quote");
    MarketId market = new MarketId(value(row, "exchange"), base + "/" + quote, base, quote);
    long at =
        Times.parse(value(row, "timestamp"))
            .orElseThrow(() -> bad(line, "timestamp is no time such as 2019-07-01T00:00:00Z"));
    BigDecimal price = new BigDecimal(value(row, "price"));
    BigDecimal volume = new BigDecimal(value(row, "volume"));
    if (price.signum() <= 0 || volume.signum() < 0) {
      throw bad(line, "price must be above 0, and volume not below it");
    }
    return new Trade(file + ":" + line, market, at, price, volume, Side.UNKNOWN);
  }

  private static String value(Record row, String column) {
    String value = row.getString(column);
    if (value == null) {
      throw new IllegalArgumentException(column);
    }
    return value;
  }

  private ToolException bad(long line, String reason) {
    return new ToolException(file + ", line " + line + ": " + reason + ".");
  }
}
