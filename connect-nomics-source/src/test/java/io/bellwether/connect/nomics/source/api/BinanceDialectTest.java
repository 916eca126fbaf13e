package io.bellwether.connect.nomics.source.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.connect.nomics.source.mapping.Market;
import io.bellwether.connect.nomics.source.mapping.Side;
import io.bellwether.connect.nomics.source.mapping.Trade;
import io.bellwether.connect.nomics.source.offset.TradePosition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BinanceDialectTest {
  private static final Market BNB = new Market("binance", "BNB/BTC", "BNB", "BTC", "BNBBTC", true);
  private static final Instant TIME = Instant.ofEpochMilli(1498793709153L);

  private final BinanceDialect binance = new BinanceDialect();

  private static String row(long id, Instant time) {
    return "{'a':%d,'p':'0.01633102','q':'4.70443515','f':1,'l':1,'T':%d,'m':true,'M':true}"
        .formatted(id, time.toEpochMilli());
  }

  private TradePage page(TradePosition from, int limit, String json) {
    return binance.trades(BNB, from, binance.trades(BNB, from, limit), Json.of(json));
  }

  @Test
  void firstByTimeThenByTheIdBehindTheLast() {
    TradePosition start = TradePosition.startingAt(TIME);
    assertThat(binance.trades(BNB, start, 1_000).parameters())
        .containsEntry("startTime", "1498793709153")
        .doesNotContainKey("fromId");
    TradePage page =
        page(start, 2, "[" + row(25, TIME.minusMillis(1)) + "," + row(26129, TIME) + "]");
    assertThat(page.steps()).hasSize(1);
    assertThat(page.more()).isTrue();
    assertThat(page.steps().get(0).trade())
        .isEqualTo(new Trade("26129", TIME, "0.01633102", "4.70443515", Optional.of(Side.SELL)));
    assertThat(binance.trades(BNB, page.end(), 1_000).parameters())
        .containsEntry("fromId", "26130")
        .doesNotContainKey("startTime");
  }

  @Test
  void idsThatAreMissingAreAGap() {
    TradePosition at = TradePosition.startingAt(TIME).after(10, TIME);
    TradePage page = page(at, 1_000, "[" + row(11, TIME) + "," + row(14, TIME) + "]");
    assertThat(page.gaps()).containsExactly(new IdGap(1, 12, 13));
    assertThat(page.end().id()).hasValue(14);
    assertThat(page(at, 1_000, "[" + row(10, TIME) + "," + row(11, TIME) + "]").steps()).hasSize(1);
  }

  @Test
  void onlyMarketsThatTradeAreActive() {
    assertThat(
            binance.markets(
                Json.of(
                    """
                    {'symbols':[
                      {'symbol':'BNBBTC','status':'TRADING','baseAsset':'BNB','quoteAsset':'BTC'},
                      {'symbol':'BCCBTC','status':'BREAK','baseAsset':'BCC','quoteAsset':'BTC'}]}""")))
        .extracting(Market::key, Market::active)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("binance:BNB/BTC", true),
            org.assertj.core.groups.Tuple.tuple("binance:BCC/BTC", false));
  }

  @Test
  void itsOwnWordsSayWhoIsMeant() {
    assertThat(binance.refusal(400, Json.of("{'code':-1121,'msg':'Invalid symbol.'}")))
        .get()
        .extracting(Refusal::kind)
        .isEqualTo(Refusal.Kind.MARKET);
    assertThat(binance.refusal(403, Json.of("{}")))
        .contains(new Refusal(Refusal.Kind.LIMITED, "firewall", Duration.ofMinutes(5)));
    assertThat(binance.refusal(200, Json.of("[]"))).isEmpty();
  }
}
