package io.bellwether.analyzer.trades.trade;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TradeReaderTest {
  private static final long LATEST =
      TimeUnit.SECONDS.toNanos(Instant.parse("2030-01-01T00:00:00Z").getEpochSecond());
  private static final String GOOD =
      """
      {"event_id":"trade:kraken:BTC/USD:1","exchange":"kraken","market":"BTC/USD","base":"BTC","quote":"USD",
       "id":"1","timestamp":"2019-07-01T00:00:00.123456789Z","price":"11014.30","volume":"0.5","side":"buy",
       "unknown":[{"a":1}]}
      """;

  @Test
  void aTradeIsReadExactly() {
    assertThat(read(GOOD))
        .isEqualTo(
            new Reading.Read(
                new Trade(
                    "trade:kraken:BTC/USD:1",
                    new MarketId("kraken", "BTC/USD", "BTC", "USD"),
                    1_561_939_200_123_456_789L,
                    new BigDecimal("11014.30"),
                    new BigDecimal("0.5"),
                    Side.BUY)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.00000001", "100000000", "123456789012345678901234567890.5"})
  void noPriceIsRounded(String price) {
    String value = GOOD.replace("11014.30", price);
    assertThat(((Reading.Read) read(value)).trade().price()).isEqualTo(new BigDecimal(price));
  }

  @Test
  void aSideThatIsNotKnownIsNone() {
    assertThat(((Reading.Read) read(GOOD.replace("\"buy\"", "null"))).trade().side())
        .isEqualTo(Side.UNKNOWN);
    assertThat(((Reading.Read) read(GOOD.replace("\"side\":\"buy\",", ""))).trade().side())
        .isEqualTo(Side.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({"2.5e-7, 0.00000025", "1E3, 1000", "1.20, 1.20"})
  void anExponentIsWrittenOut(String given, String plain) {
    String value = GOOD.replace("\"volume\":\"0.5\"", "\"volume\":\"" + given + "\"");
    assertThat(((Reading.Read) read(value)).trade().volume().toPlainString()).isEqualTo(plain);
  }

  @Test
  void baseAndQuoteAreTakenFromTheMarketWhereTheyAreMissing() {
    String value = GOOD.replace("\"base\":\"BTC\",\"quote\":\"USD\",", "");
    assertThat(((Reading.Read) read(value)).trade().market().pair()).isEqualTo("BTC/USD");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "price":"11014.30" | "price":11014.30 | price is no string
          "price":"11014.30" | "price":"1e9999999" | price is no decimal
          "price":"11014.30" | "price":"-1" | price is no decimal
          "price":"11014.30" | "price":"1e31" | price is no decimal
          "price":"11014.30" | "price":"2.5e-31" | price is no decimal
          "price":"11014.30" | "price":"0.00" | price is 0
          "price":"11014.30" | "price":"NaN" | price is no decimal
          "volume":"0.5" | "volume":null | volume is missing
          "event_id":"trade:kraken:BTC/USD:1" | "event_id":" " | event_id is blank
          "exchange":"kraken" | "exchang":"kraken" | exchange is missing
          "timestamp":"2019-07-01T00:00:00.123456789Z" | "timestamp":"2019-07-01" | timestamp is no time
          "timestamp":"2019-07-01T00:00:00.123456789Z" | "timestamp":"2030-01-01T00:00:01Z" | in the future
          "timestamp":"2019-07-01T00:00:00.123456789Z" | "timestamp":"9999-01-01T00:00:01Z" | timestamp is no time
          "side":"buy" | "side":"both" | side is neither
          "side":"buy" | "side":1 | side is no string
          "id":"1" | "price":"2" | Duplicate field 'price'
          """)
  void whatIsNoTradeIsAnsweredWithTheReason(String part, String instead, String reason) {
    assertThat(GOOD).contains(part);
    assertThat(reason(GOOD.replace(part, instead))).contains(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          [1] | no object
          nonsense | no JSON
          {"a": | no JSON
          {"schema":{},"payload":{}} | schemas.enable=false
          {} {} | more
          """)
  void whatIsNoObjectIsAnsweredWithTheReason(String value, String reason) {
    assertThat(reason(value)).contains(reason);
  }

  @Test
  void aRecordWithoutValueIsNoTrade() {
    assertThat(TradeReader.read(null, LATEST))
        .isEqualTo(new Reading.Malformed("The record has no value"));
    assertThat(reason("")).contains("empty");
  }

  private static Reading read(String value) {
    return TradeReader.read(value.getBytes(UTF_8), LATEST);
  }

  private static String reason(String value) {
    return ((Reading.Malformed) read(value)).reason();
  }
}
