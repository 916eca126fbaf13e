package io.bellwether.connect.nomics.source.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.connect.nomics.source.mapping.Market;
import io.bellwether.connect.nomics.source.mapping.Trade;
import io.bellwether.connect.nomics.source.offset.TradePosition;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NomicsDialectTest {
  private static final Market XRP = new Market("binance", "XRPETH", "XRP", "ETH", "XRPETH", true);
  private static final Instant TIME = Instant.parse("2019-10-11T00:00:11.620Z");
  private static final TradePosition START = TradePosition.startingAt(TIME.minusSeconds(60));

  private final NomicsDialect nomics = new NomicsDialect();

  private TradePage page(TradePosition from, int pageSize, String json) {
    return nomics.trades(XRP, from, nomics.trades(XRP, from, pageSize), Json.of(json));
  }

  /** So many trades of one time, beginning with an id. */
  private static String rows(int first, int count, Instant time) {
    return IntStream.range(first, first + count)
        .mapToObj(
            id ->
                "{'id':'%d','timestamp':'%s','price':'0.00141342','volume':'23.0'}"
                    .formatted(id, time))
        .collect(Collectors.joining(","));
  }

  @Test
  void aTradeIsAsTheServerHasIt() {
    TradePage page =
        page(
            START,
            100,
            "[{'id':'a,b','timestamp':'2014-12-01T05:33:56.761199Z','price':'9271.730','volume':'1E-8'},"
                + rows(7, 1, TIME)
                + "]");
    assertThat(page.steps()).as("what is older than the start is done").hasSize(1);
    assertThat(page.steps().get(0).trade())
        .isEqualTo(new Trade("7", TIME, "0.00141342", "23.0", Optional.empty()));
  }

  @Test
  void anExponentIsWrittenOut() {
    String row = "[{'id':'1','timestamp':'%s','price':'1E-8','volume':100000000}]".formatted(TIME);
    Trade trade = page(START, 100, row).steps().get(0).trade();
    assertThat(trade.price()).isEqualTo("0.00000001");
    assertThat(trade.volume()).isEqualTo("100000000");
  }

  @Test
  void pagesAreAskedForFromTheTimeOfTheLastTradeWithRoomForThoseThatComeAgain() {
    TradePosition after = page(START, 100, "[" + rows(1, 3, TIME) + "]").end();
    assertThat(after.seen()).containsExactlyInAnyOrder("1", "2", "3");
    assertThat(nomics.trades(XRP, after, 100).parameters())
        .containsEntry("exchange", "binance")
        .containsEntry("market", "XRPETH")
        .containsEntry("order", "asc")
        .containsEntry("from", "2019-10-11T00:00:11.620Z")
        .containsEntry("limit", "103")
        .doesNotContainKey("key");
    TradePage next =
        page(after, 100, "[" + rows(1, 4, TIME) + "," + rows(5, 1, TIME.plusMillis(1)) + "]");
    assertThat(next.steps()).extracting(step -> step.trade().id()).containsExactly("4", "5");
    assertThat(next.end().seen()).containsExactly("5");
  }

  @Test
  void moreTradesOfOneTimeThanAPageHoldsAreReadByLongerPages() {
    TradePosition position = START;
    int read = 0;
    for (int n = 0; n < 10; n++) {
      int limit = nomics.trades(XRP, position, 10).limit();
      TradePage page = page(position, 10, "[" + rows(1, Math.min(limit, 36), TIME) + "]");
      read += page.steps().size();
      position = page.end();
      assertThat(page.stuck()).isFalse();
    }
    assertThat(read).isEqualTo(36);
  }

  @Test
  void moreThanTheLongestPageOfOneTimeIsStuck() {
    String full = "[" + rows(1, 2_500, TIME) + "]";
    TradePage first = page(START, 2_500, full);
    assertThat(first.steps()).hasSize(2_500);
    assertThat(first.stuck()).isFalse();
    assertThat(nomics.trades(XRP, first.end(), 2_500).limit()).isEqualTo(2_500);
    assertThat(page(first.end(), 2_500, full).stuck()).isTrue();
  }

  @Test
  void aPageOutOfOrderOrWithRepetitionsIsPutRight() {
    TradePage page =
        page(
            START,
            100,
            "["
                + rows(9, 1, TIME.plusMillis(5))
                + ","
                + rows(1, 2, TIME)
                + ","
                + rows(2, 1, TIME)
                + "]");
    assertThat(page.steps()).extracting(step -> step.trade().id()).containsExactly("1", "2", "9");
  }

  @Test
  void marketsAreNamedAsTheServerNamesThem() {
    assertThat(
            nomics.markets(
                Json.of("[{'exchange':'binance','market':'XRPETH','base':'XRP','quote':'ETH'}]")))
        .containsExactly(XRP);
  }
}
