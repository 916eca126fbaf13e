package io.bellwether.connect.nomics.source.offset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.connect.offset.PartitionContract;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;

class TradeOffsetsTest extends PartitionContract<MarketPartition, TradePosition> {
  private static final Instant TIME = Instant.parse("2019-07-01T00:00:03.172000001Z");

  @Override
  protected MarketPartition partition() {
    return new MarketPartition("kraken", "BTC/USD");
  }

  @Override
  protected MarketPartition otherPartition() {
    return new MarketPartition("kraken", "ETH/USD");
  }

  @Override
  protected TradePosition position() {
    return TradePosition.startingAt(TIME)
        .after(TIME, OptionalLong.of(7), Set.of("6", "7", "a,b", "c\\"))
        .searching(new IdRange(3, 400))
        .knownFrom(OptionalLong.of(99))
        .withRate(0.12345);
  }

  @Override
  protected Function<Map<String, ?>, MarketPartition> partitionFromMap() {
    return MarketPartition::fromMap;
  }

  @Override
  protected Function<Map<String, ?>, TradePosition> positionFromMap() {
    return TradePosition::fromMap;
  }

  @Test
  void aPositionOfHandNeedsATimeOrAnIdAndNoMore() {
    assertThat(TradePosition.fromMap(Map.of("timestamp", "2019-07-01T00:00:03.172000001Z")))
        .isEqualTo(TradePosition.startingAt(TIME));
    assertThat(TradePosition.fromMap(Map.of("id", 12L)).id()).hasValue(12);
  }

  @Test
  void badFieldsAreNamed() {
    for (Map<String, String> bad :
        List.of(
            Map.of("timestamp", "yesterday"),
            Map.of("id", "x"),
            Map.of("timestamp", TIME.toString(), "until", "x"),
            Map.of("timestamp", TIME.toString(), "search", "1-2"),
            Map.of("timestamp", TIME.toString(), "rate", "-1"),
            Map.of("seen", "1,2"),
            Map.of("timestamp", TIME.toString(), "colour", "red"))) {
      assertThatThrownBy(() -> TradePosition.fromMap(bad))
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("field");
    }
  }

  @Test
  void aRateIsKeptToTwoDigits() {
    assertThat(TradePosition.startingAt(TIME).withRate(0.123456).rate()).isEqualTo(0.12);
    assertThat(TradePosition.startingAt(TIME).withRate(0).toMap()).doesNotContainKey("rate");
  }
}
