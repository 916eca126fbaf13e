package io.bellwether.connect.nomics.source.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.connect.nomics.source.mapping.Market;
import io.bellwether.connect.nomics.source.mapping.Side;
import io.bellwether.connect.nomics.source.mapping.Trade;
import io.bellwether.connect.nomics.source.offset.TradePosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoinbaseDialectTest {
  private static final Market BTC =
      new Market("coinbase", "BTC/USD", "BTC", "USD", "BTC-USD", true);
  private static final Instant TIME = Instant.parse("2026-11-01T00:00:00Z");
  private static final int LIMIT = 10;

  private final CoinbaseDialect coinbase = new CoinbaseDialect();
  private final List<Long> ids = new ArrayList<>();
  private int requests;

  /** The newest trades within the range, newest first; trade n is n seconds after TIME. */
  private String answer(Map<String, String> parameters, boolean adjacent) {
    long below = Long.parseLong(parameters.getOrDefault("after", "" + Long.MAX_VALUE));
    long above = Long.parseLong(parameters.getOrDefault("before", "0"));
    List<Long> range = ids.stream().filter(id -> id < below && id > above).toList();
    int skip = Math.max(0, range.size() - LIMIT);
    boolean isAdjacent = adjacent && above > 0;
    List<Long> page =
        isAdjacent ? range.subList(0, range.size() - skip) : range.subList(skip, range.size());
    return page.stream()
        .sorted((one, other) -> Long.compare(other, one))
        .map(
            id ->
                "{'trade_id':%d,'time':'%s','price':'65000.01','size':'0.00000001','side':'sell'}"
                    .formatted(id, TIME.plusSeconds(id)))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private List<Long> readAll(TradePosition start, boolean adjacent) {
    List<Long> read = new ArrayList<>();
    TradePosition position = start;
    boolean more = true;
    while (more) {
      Query query = coinbase.trades(BTC, position, LIMIT);
      TradePage page =
          coinbase.trades(BTC, position, query, Json.of(answer(query.parameters(), adjacent)));
      page.steps().forEach(step -> read.add(step.trade().number()));
      position = page.end();
      more = page.more();
      requests++;
    }
    return read;
  }

  private static List<Long> range(long from, long to) {
    return LongStream.rangeClosed(from, to).boxed().toList();
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void whatCameSinceIsReadFromOldToNewWhicheverPageBeforeGives(boolean adjacent) {
    ids.addAll(range(1, 57));
    assertThat(readAll(TradePosition.startingAt(TIME).after(12, TIME), adjacent))
        .isEqualTo(range(13, 57));
  }

  @Test
  void aFewNewTradesTakeOneRequest() {
    ids.addAll(range(1, 57));
    assertThat(readAll(TradePosition.startingAt(TIME).after(50, TIME), false))
        .isEqualTo(range(51, 57));
    assertThat(requests).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "300, 300", "995, 995", "1000, 1000"})
  void aTimeToStartFromIsFoundBySearchingIds(long second, long first) {
    ids.addAll(range(1, 1_000));
    assertThat(readAll(TradePosition.startingAt(TIME.plusSeconds(second)), false))
        .isEqualTo(range(first, 1_000));
  }

  @Test
  void fromTheBeginningIsFromTheFirstIdThereIs() {
    ids.addAll(range(501, 700));
    assertThat(readAll(TradePosition.startingAt(Instant.EPOCH), false)).isEqualTo(range(501, 700));
  }

  @Test
  void fromNowOnIsOneRequestAndNothingOld() {
    ids.addAll(range(1, 1_000));
    assertThat(readAll(TradePosition.startingAt(TIME.plusSeconds(1_001)), false)).isEmpty();
    assertThat(requests).isEqualTo(1);
  }

  @Test
  void aMarketWithoutTradesBeginsWithItsFirst() {
    assertThat(readAll(TradePosition.startingAt(TIME), false)).isEmpty();
    TradePosition empty =
        coinbase
            .trades(BTC, TradePosition.startingAt(TIME), Query.page("", LIMIT), Json.of("[]"))
            .end();
    ids.addAll(range(1, 25));
    assertThat(readAll(empty, false)).isEqualTo(range(1, 25));
  }

  @Test
  void missingIdsAreGapsAndDoNotStopTheReading() {
    ids.addAll(range(1, 20));
    ids.addAll(range(101, 140));
    List<IdGap> gaps = new ArrayList<>();
    List<Long> read = new ArrayList<>();
    TradePosition position = TradePosition.startingAt(TIME).after(15, TIME);
    boolean more = true;
    while (more) {
      Query query = coinbase.trades(BTC, position, LIMIT);
      TradePage page =
          coinbase.trades(BTC, position, query, Json.of(answer(query.parameters(), false)));
      page.steps().forEach(step -> read.add(step.trade().number()));
      gaps.addAll(page.gaps());
      position = page.end();
      more = page.more();
    }
    List<Long> expected = new ArrayList<>(range(16, 20));
    expected.addAll(range(101, 140));
    assertThat(read).isEqualTo(expected);
    assertThat(gaps.get(0).from()).isEqualTo(21);
    assertThat(gaps.get(gaps.size() - 1).to()).isEqualTo(100);
    assertThat(gaps.stream().mapToLong(gap -> gap.to() - gap.from() + 1).sum()).isEqualTo(80);
  }

  @Test
  void theSideIsThatOfTheTaker() {
    ids.add(7L);
    Query query = coinbase.trades(BTC, TradePosition.startingAt(TIME), LIMIT);
    assertThat(query.path()).isEqualTo("products/BTC-USD/trades");
    TradePage page =
        coinbase.trades(
            BTC, TradePosition.startingAt(TIME), query, Json.of(answer(query.parameters(), false)));
    assertThat(page.steps().get(0).trade())
        .isEqualTo(
            new Trade("7", TIME.plusSeconds(7), "65000.01", "0.00000001", Optional.of(Side.BUY)));
  }

  @Test
  void delistedProductsAreNotActive() {
    assertThat(
            coinbase.markets(
                Json.of(
                    """
                    [{'id':'BTC-USD','base_currency':'BTC','quote_currency':'USD','status':'online'},
                     {'id':'OLD-USD','base_currency':'OLD','quote_currency':'USD','status':'delisted'}]""")))
        .filteredOn(Market::active)
        .containsExactly(BTC);
  }

  @Test
  void aLimitInItsOwnWordsIsOne() {
    assertThat(coinbase.refusal(429, Json.of("{'message':'Public rate limit exceeded'}")))
        .get()
        .extracting(Refusal::kind)
        .isEqualTo(Refusal.Kind.LIMITED);
    assertThat(coinbase.refusal(404, Json.of("{'message':'NotFound'}"))).isEmpty();
  }
}
