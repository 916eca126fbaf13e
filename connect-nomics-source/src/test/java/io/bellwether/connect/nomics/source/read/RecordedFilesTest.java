package io.bellwether.connect.nomics.source.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bellwether.standin.trades.Draft;
import io.bellwether.standin.trades.Market;
import io.bellwether.standin.trades.Side;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Really recorded trades through the stand-in and a task, in each dialect. The file is not part of
 * the project: name one of yours by {@code -Dbellwether.trades.file=FILE}, a CSV, plain or gzip,
 * with the columns exchange, base, quote, timestamp, side, price, volume, and id where there is
 * one.
 */
@Timeout(120)
class RecordedFilesTest {
  private static final String FILE = "bellwether.trades.file";

  @ParameterizedTest
  @ValueSource(strings = {"nomics", "kraken", "coinbase", "binance"})
  void whatWasRecordedComesOutOnceToTheLastDigit(String api) throws IOException {
    String file = System.getProperty(FILE);
    assumeTrue(file != null, "name a file of recorded trades by -D" + FILE);
    try (TaskUnderTest it = new TaskUnderTest(api)) {
      List<String> expected = play(it, Path.of(file), api);
      it.start();
      it.pollUntil(() -> it.trades.size() >= expected.size());
      it.pollCalls(3);
      List<String> read =
          it.trades.stream()
              .map(record -> (Struct) record.value())
              .map(
                  value ->
                      String.join(
                          " ",
                          value.getString("id"),
                          value.getString("timestamp"),
                          decimal(value.getString("price")),
                          decimal(value.getString("volume"))))
              .toList();
      assertThat(read).isEqualTo(expected);
      System.out.printf(
          "%s: %d trades of %s, each once%n", api, read.size(), Path.of(file).getFileName());
    }
  }

  private static List<String> play(TaskUnderTest it, Path file, String api) throws IOException {
    List<String> expected = new ArrayList<>();
    try (BufferedReader rows = open(file)) {
      List<String> columns = Arrays.asList(rows.readLine().split(",", -1));
      Market market = null;
      long number = 0;
      for (String row = rows.readLine(); row != null; row = rows.readLine()) {
        List<String> fields = Arrays.asList(row.split(",", -1));
        String exchange = api.equals("nomics") ? fields.get(columns.indexOf("exchange")) : api;
        if (market == null) {
          market =
              it.service
                  .markets()
                  .list(
                      exchange
                          + ":"
                          + fields.get(columns.indexOf("base"))
                          + "/"
                          + fields.get(columns.indexOf("quote")));
        }
        int idColumn = columns.indexOf("id");
        long id = idColumn < 0 ? ++number : Long.parseLong(fields.get(idColumn));
        Instant time = Instant.parse(fields.get(columns.indexOf("timestamp")));
        String price = fields.get(columns.indexOf("price"));
        String volume = fields.get(columns.indexOf("volume"));
        Side side = Side.valueOf(fields.get(columns.indexOf("side")).toUpperCase(Locale.ROOT));
        it.service.markets().trade(Draft.of(market, time, price, volume, side).withId(id));
        expected.add(
            String.join(" ", String.valueOf(id), time.toString(), decimal(price), decimal(volume)));
      }
    }
    return expected;
  }

  /** Exchanges add zeros at the end; no other digit may differ. */
  private static String decimal(String number) {
    return new BigDecimal(number).stripTrailingZeros().toPlainString();
  }

  private static BufferedReader open(Path file) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    return new BufferedReader(
        new InputStreamReader(
            file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes,
            StandardCharsets.UTF_8));
  }
}
