package io.bellwether.analyzer.trades.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;

/** A made-up market, as a file of its trades: two in each window of five minutes. */
public final class Market {
  private static final long WINDOW_SECONDS = 300L;
  private static final double NOISE = 0.003;

  private Market() {}

  /**
   * @param momentum how much of a change goes on in the next window: 0 for a random walk
   */
  public static Path write(Path file, double momentum, int windows, long seed) throws IOException {
    Random random = new Random(seed);
    StringBuilder csv = new StringBuilder("exchange,base,quote,timestamp,price,volume\n");
    double change = 0;
    double price = 100;
    Instant start = Instant.parse("2019-07-01T00:00:00Z");
    for (int window = 0; window < windows; window++) {
      change = momentum * change + NOISE * random.nextGaussian();
      for (int half = 1; half <= 2; half++) {
        price *= Math.exp(change / 2);
        csv.append("kraken,BTC,USD,")
            .append(start.plusSeconds(window * WINDOW_SECONDS + half * 100L))
            .append(",%.8f,%d%n".formatted(price, 1 + random.nextInt(5)));
      }
    }
    return Files.writeString(file, csv);
  }
}
