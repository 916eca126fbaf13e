package io.bellwether.connect.nomics.source.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.connect.nomics.source.mapping.Market;
import io.bellwether.connect.nomics.source.mapping.Side;
import io.bellwether.connect.nomics.source.mapping.Trade;
import io.bellwether.connect.nomics.source.offset.TradePosition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KrakenDialectTest {
  private static final Market BTC = new Market("kraken", "BTC/USD", "BTC", "USD", "XXBTZUSD", true);
  private static final TradePosition START =
      TradePosition.startingAt(Instant.parse("2023-07-06T18:46:37Z"));

  private final KrakenDialect kraken = new KrakenDialect();

  /** The example of docs.kraken.com, get-recent-trades, with consecutive ids. */
  private static final String PAGE =
      """
      {'error':[],'result':{'XXBTZUSD':[
        ['30243.40000','0.34507674',1688669597.8277369,'b','m','',61044952],
        ['30243.30000','0.00376960',1688669598.2804112,'s','l','',61044953],
        ['30243.30000','0.01235716',1688669602.698379,'s','m','',61044954]],
        'last':'1688671969993150842'}}""";

  private TradePage page(TradePosition from, int limit, String json) {
    return kraken.trades(BTC, from, kraken.trades(BTC, from, limit), Json.of(json));
  }

  @Test
  void numbersAreTheServicesToTheLastDigit() {
    assertThat(page(START, 1_000, PAGE).steps().get(0).trade())
        .isEqualTo(
            new Trade(
                "61044952",
                Instant.parse("2023-07-06T18:53:17.827736900Z"),
                "30243.40000",
                "0.34507674",
                Optional.of(Side.BUY)));
  }

  @Test
  void theNextPageBeginsAMillisecondBeforeTheLastTradeAndKnowsWhatItBrings() {
    TradePosition after = page(START, 1_000, PAGE).end();
    assertThat(kraken.trades(BTC, after, 1_000).parameters())
        .containsEntry("pair", "XXBTZUSD")
        .containsEntry("since", "1688669602697378999")
        .containsEntry("count", "1000");
    assertThat(page(after, 1_000, PAGE.replace("61044952", "61044951")).steps()).isEmpty();
    assertThat(page(after, 1_000, PAGE).end()).isEqualTo(after);
  }

  @Test
  void tradesOfOneMomentAreEachReadOnceWhereverThePageEnds() {
    String first =
        """
        {'error':[],'result':{'XXBTZUSD':[
          ['1.0','1',1688669600.1000,'b','m','',1],['1.0','2',1688669600.1000,'b','m','',2]],
          'last':'1688669600100020884'}}""";
    String second =
        """
        {'error':[],'result':{'XXBTZUSD':[
          ['1.0','1',1688669600.1000,'b','m','',1],['1.0','2',1688669600.1000,'b','m','',2],
          ['1.0','3',1688669600.1000,'b','m','',3]],'last':'1688669600100020885'}}""";
    TradePosition position = page(START, 2, first).end();
    assertThat(page(position, 3, second).steps())
        .extracting(step -> step.trade().id())
        .containsExactly("3");
  }

  @Test
  void eachTradeCarriesAPositionThatGoesOnBehindIt() {
    TradePage page = page(START, 1_000, PAGE);
    for (int n = 0; n < 3; n++) {
      assertThat(page(page.steps().get(n).after(), 1_000, PAGE).steps()).hasSize(2 - n);
    }
  }

  @Test
  void missingIdsAreAGapAndLateOnesAreNot() {
    TradePosition after = page(START, 1_000, PAGE).end();
    String row = "['1','1',1688669700.5,'b','m','',%s]";
    String later = "{'error':[],'result':{'XXBTZUSD':[" + row + "],'last':'1'}}";
    assertThat(page(after, 1_000, later.formatted("61044958")).gaps())
        .containsExactly(new IdGap(0, 61044955, 61044957));
    TradePage late = page(after, 1_000, later.formatted("61044900"));
    assertThat(late.gaps()).isEmpty();
    assertThat(late.steps()).hasSize(1);
    assertThat(late.end().id()).hasValue(61044954);
  }

  @Test
  void aFullPageOfKnownTradesIsStuck() {
    TradePosition after = page(START, 1_000, PAGE).end();
    String one = "{'error':[],'result':{'X':[['1','1',1688669602.698379,'b','m','',61044954]]}}";
    assertThat(page(after, 1, one).stuck()).isTrue();
    assertThat(page(after, 2, one).more()).isFalse();
  }

  @Test
  void fromTheBeginningIsSinceZero() {
    assertThat(kraken.trades(BTC, TradePosition.startingAt(Instant.EPOCH), 10).parameters())
        .containsEntry("since", "0");
  }

  @Test
  void marketsHaveTheUsualCodes() {
    assertThat(
            kraken.markets(
                Json.of(
                    """
                    {'error':[],'result':{
                      'XXBTZUSD':{'altname':'XBTUSD','wsname':'XBT/USD','status':'online'},
                      'XDGUSD':{'altname':'XDGUSD','wsname':'XDG/USD','status':'cancel_only'},
                      'XXBTZUSD.d':{'altname':'XBTUSD.d'}}}""")))
        .containsExactly(BTC, new Market("kraken", "DOGE/USD", "DOGE", "USD", "XDGUSD", true));
  }

  @ParameterizedTest
  @CsvSource({
    "EAPI:Rate limit exceeded, LIMITED, 5",
    "EGeneral:Too many requests, LIMITED, 5",
    "EGeneral:Temporary lockout, LIMITED, 900",
    "EService:Unavailable, TROUBLE, 0",
    "EService:Busy, TROUBLE, 0",
    "EGeneral:Internal error, TROUBLE, 0",
    "ESomething:New, TROUBLE, 0",
    "EQuery:Unknown asset pair, MARKET, 0",
    "EGeneral:Invalid arguments, MARKET, 0",
    "EGeneral:Permission denied, ALL, 0"
  })
  void errorsComeWithHttp200(String word, Refusal.Kind kind, int seconds) {
    assertThat(kraken.refusal(200, Json.of("{'error':['" + word + "']}")))
        .contains(new Refusal(kind, word, Duration.ofSeconds(seconds)));
  }

  @Test
  void aWarningIsNoRefusal() {
    assertThat(kraken.refusal(200, Json.of("{'error':['WGeneral:Deprecated'],'result':{}}")))
        .isEmpty();
  }

  @Test
  void whatTheDocumentsDoNotSayIsAnErrorThatNamesTheField() {
    for (String row :
        List.of(
            "['x','1',1.5,'b','m','',1]",
            "['1','1','soon','b','m','',1]",
            "['1','1',1.5,'b','m','','one']",
            "['1','1',1.5,'b','m','']",
            "['1e99','1',-1.5,'b','m','',1]",
            "['1','1',1e999999999,'b','m','',1]",
            "{}")) {
      assertThatThrownBy(() -> page(START, 10, "{'error':[],'result':{'X':[" + row + "]}}"))
          .isInstanceOf(MalformedAnswerException.class);
    }
    assertThatThrownBy(() -> page(START, 10, "{'error':[]}")).hasMessage("result is missing");
  }
}
