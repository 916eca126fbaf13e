package io.bellwether.connect.nomics.source.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.connect.http.HttpAnswer;
import io.bellwether.connect.metrics.CallMeters;
import io.bellwether.connect.nomics.source.mapping.Market;
import io.bellwether.connect.nomics.source.mapping.TradeRecords;
import io.bellwether.connect.nomics.source.offset.MarketPartition;
import io.bellwether.connect.nomics.source.offset.TradePosition;
import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Ok;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import okhttp3.Headers;
import okio.ByteString;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 250 broken answers of each API: each becomes an outcome, and what is read of it is sane. */
class FuzzTest {
  private static final Instant TIME = Instant.parse("2019-10-11T00:00:11.620Z");
  private static final int[] STATUSES = {
    200, 200, 200, 200, 200, 400, 403, 404, 418, 429, 500, 302
  };
  private static final String[] SNIPPETS = {
    "null",
    "-1",
    "1e999999999",
    "\"\"",
    "[]",
    "{}",
    "99999999999999999999999",
    "\"NaN\"",
    "true",
    "\\u0000",
    ","
  };
  private static final Map<String, String> GOOD =
      Map.of(
          "nomics",
          "[{'id':'7','timestamp':'2019-10-11T00:00:12Z','price':'0.1','volume':'23.0'}]",
          "kraken",
          "{'error':[],'result':{'XXRPXETH':[['0.1','23.0',1570752012.5,'b','m','',7]],'last':'1570752012500000000'}}",
          "coinbase",
          "[{'trade_id':7,'time':'2019-10-11T00:00:12Z','price':'0.1','size':'23.0','side':'buy'}]",
          "binance",
          "[{'a':7,'p':'0.1','q':'23.0','f':7,'l':7,'T':1570752012000,'m':true,'M':true}]");

  private final Random random = new Random(20191011);

  private byte[] broken(String good) {
    byte[] body = good.replace('\'', '"').getBytes(UTF_8);
    return switch (random.nextInt(5)) {
      case 0 -> Arrays.copyOf(body, random.nextInt(body.length));
      case 1 -> {
        body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        yield body;
      }
      case 2 -> {
        byte[] noise = new byte[random.nextInt(200)];
        random.nextBytes(noise);
        yield noise;
      }
      case 3 -> replaced(good).getBytes(UTF_8);
      default -> replaced(replaced(good)).getBytes(UTF_8);
    };
  }

  /** One value replaced by something else. */
  private String replaced(String good) {
    String[] parts = good.replace('\'', '"').split("(?<=[:,\\[])", -1);
    int which = random.nextInt(parts.length);
    parts[which] =
        SNIPPETS[random.nextInt(SNIPPETS.length)] + parts[which].replaceAll("^[^,\\]}]*", "");
    return String.join("", parts);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nomics", "kraken", "coinbase", "binance"})
  void everyAnswerBecomesAnOutcome(String api) {
    Dialect dialect = Dialects.named(api);
    Market market = new Market(api, "XRP/ETH", "XRP", "ETH", "XRPETH", true);
    MarketPartition partition = new MarketPartition(api, "XRP/ETH");
    TradeRecords records = new TradeRecords("trades");
    TradeAnswers answers =
        new TradeAnswers(dialect, CallMeters.unpublished(), InstantSource.system());
    TradePosition[] positions = {
      TradePosition.startingAt(TIME), TradePosition.startingAt(TIME).after(5, TIME)
    };
    for (int n = 0; n < 250; n++) {
      TradePosition from = positions[n % 2];
      Query query = dialect.trades(market, from, 100);
      HttpAnswer answer =
          new HttpAnswer(
              STATUSES[random.nextInt(STATUSES.length)],
              Headers.of(),
              ByteString.of(broken(GOOD.get(api))));
      Outcome<TradePage> outcome =
          answers.read(answer, json -> dialect.trades(market, from, query, json));
      assertThat(outcome).as("%s", answer.body().utf8()).isNotNull();
      if (outcome instanceof Ok<TradePage> ok) {
        ok.value()
            .steps()
            .forEach(
                step -> {
                  Struct value =
                      (Struct)
                          records.record(market, step.trade(), partition, step.after()).value();
                  assertThat(new BigDecimal(value.getString("price")).scale()).isLessThan(100);
                  assertThat(TradePosition.fromMap(step.after().toMap())).isEqualTo(step.after());
                });
      }
      answers.read(answer, dialect::markets);
    }
  }
}
