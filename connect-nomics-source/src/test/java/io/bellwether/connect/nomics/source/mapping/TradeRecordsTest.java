package io.bellwether.connect.nomics.source.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.connect.nomics.source.offset.MarketPartition;
import io.bellwether.connect.nomics.source.offset.TradePosition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

class TradeRecordsTest {
  private static final Market BTC = new Market("kraken", "BTC/USD", "BTC", "USD", "XXBTZUSD", true);
  private static final Instant TIME = Instant.parse("2019-07-01T00:00:00.123456Z");
  private static final MarketPartition PARTITION = new MarketPartition("kraken", "BTC/USD");

  private static SourceRecord record(Optional<Side> side) {
    return new TradeRecords("trades")
        .record(
            BTC,
            new Trade("7", TIME, "11014.3", "0.00000001", side),
            PARTITION,
            TradePosition.startingAt(TIME).after(7, TIME));
  }

  @Test
  void aTradeIsAsTheContractSays() {
    SourceRecord record = record(Optional.of(Side.BUY));
    assertThat(record.key()).isEqualTo("kraken:BTC/USD");
    assertThat(record.timestamp()).isEqualTo(TIME.toEpochMilli());
    assertThat(record.sourcePartition()).isEqualTo(PARTITION.toMap());
    JsonConverter converter = new JsonConverter();
    converter.configure(Map.of("schemas.enable", "false"), false);
    assertThat(
            new String(
                converter.fromConnectData("trades", record.valueSchema(), record.value()),
                StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"event_id":"trade:kraken:BTC/USD:7","exchange":"kraken","market":"BTC/USD","base":"BTC",\
            "quote":"USD","id":"7","timestamp":"2019-07-01T00:00:00.123456Z","price":"11014.3",\
            "volume":"0.00000001","side":"buy"}""");
    converter.close();
  }

  @Test
  void aSideThatIsNotKnownIsNull() {
    assertThat(((Struct) record(Optional.empty()).value()).get("side")).isNull();
  }

  @Test
  void metadataCarriesThePositionOfItsMarket() {
    MetadataRecords metadata = new MetadataRecords("market-metadata", "kraken");
    TradePosition position = TradePosition.startingAt(TIME);
    SourceRecord market = metadata.market(BTC, PARTITION, position, TIME);
    assertThat(market.key()).isEqualTo("kraken:BTC/USD");
    assertThat(market.sourceOffset()).isEqualTo(position.toMap());
    assertThat(((Struct) market.value()).getString("symbol")).isEqualTo("XXBTZUSD");
    SourceRecord exchange = metadata.exchange("kraken", PARTITION, position, TIME);
    assertThat(exchange.key()).isEqualTo("kraken");
    assertThat(((Struct) exchange.value()).getString("kind")).isEqualTo("exchange");
  }
}
