package io.bellwether.analyzer.trades;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.common.record.Record;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import io.bellwether.analyzer.trades.indicator.Extreme.Seed;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Records that markets have set before the job began, from a CSV file. */
final class Seeds {
  private static final String HEADER = "exchange,market,high,low";

  private Seeds() {}

  /** By exchange and market, as in a trade's record key. */
  static Map<String, Seed> read(Path file) throws BadSeedException {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setHeaderExtractionEnabled(true);
    CsvParser parser = new CsvParser(settings);
    Map<String, Seed> seeds = new TreeMap<>();
    try (Reader reader = Files.newBufferedReader(file)) {
      parser.beginParsing(reader);
      for (Record row = parser.parseNextRecord(); row != null; row = parser.parseNextRecord()) {
        String key = value(row, "exchange") + ":" + value(row, "market");
        BigDecimal high = new BigDecimal(value(row, "high"));
        BigDecimal low = new BigDecimal(value(row, "low"));
        if (low.compareTo(high) > 0) {
          throw new BadSeedException(
              file + ": the low of " + key + " is above its high. Correct it.");
        }
        seeds.put(key, new Seed(high, low));
      }
      return seeds;
    } catch (IOException e) {
      throw new BadSeedException(file + " cannot be read. Pass the path of a CSV file.");
    } catch (TextParsingException | IllegalArgumentException e) {
      throw new BadSeedException(
          file
              + ": line "
              + parser.getContext().currentLine()
              + " is not like the header "
              + HEADER
              + " with decimals. Correct it.");
    }
  }

  private static String value(Record row, String column) {
    String value = row.getString(column);
    if (value == null) {
      throw new IllegalArgumentException(column);
    }
    return value;
  }
}
