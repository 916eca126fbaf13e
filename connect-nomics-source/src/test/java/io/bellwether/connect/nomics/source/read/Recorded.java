package io.bellwether.connect.nomics.source.read;

import io.bellwether.standin.trades.Draft;
import io.bellwether.standin.trades.Market;
import io.bellwether.standin.trades.Side;
import io.bellwether.standin.trades.TradesStandIn;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Trades like recorded ones, from a seed: uneven times, and up to 36 of one millisecond. */
public final class Recorded {
  public static final Instant BEGIN = Instant.parse("2019-10-11T00:00:11.620Z");
  private static final int MOST_AT_ONCE = 36;

  private Recorded() {}

  /** Lets so many trades happen in a market, the first of them at {@link #BEGIN}. */
  public static void into(TradesStandIn service, Market market, int count, long seed) {
    Random random = new Random(seed);
    Instant time = BEGIN;
    BigDecimal price = new BigDecimal("0.00141342");
    int atOnce = 0;
    for (int n = 0; n < count; n++) {
      if (atOnce == 0) {
        time = time.plusMillis(1 + random.nextInt(30_000));
        atOnce = random.nextInt(12) > 0 ? 1 : 1 + random.nextInt(MOST_AT_ONCE);
      }
      atOnce--;
      price = price.add(new BigDecimal(random.nextInt(3) - 1).movePointLeft(8));
      BigDecimal volume =
          new BigDecimal(1 + random.nextInt(1_000_000)).movePointLeft(random.nextInt(9));
      Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
      service.markets().trade(new Draft(market, null, time, price, volume, side));
    }
  }

  /** Lets so many more happen, now. */
  public static void more(TradesStandIn service, Market market, int count) {
    for (int n = 0; n < count; n++) {
      service.markets().trade(Draft.of(market, Instant.now(), "0.5", "1.0", Side.SELL));
    }
  }

  /** Where the stand-in speaks an API. */
  public static String url(TradesStandIn service, String api) {
    return switch (api) {
      case "nomics" -> service.nomicsUrl().toString();
      case "kraken" -> service.url() + "/0/public/";
      case "binance" -> service.url() + "/api/v3/";
      default -> service.url().toString();
    };
  }

  /** The ids of all trades of a market, as its exchange has them. */
  public static List<Long> ids(TradesStandIn service, Market market) {
    return service.markets().tape(market).oldest(trade -> true, Integer.MAX_VALUE).stream()
        .map(trade -> trade.id())
        .toList();
  }
}
