package io.bellwether.connect.nomics.source.offset;

import io.bellwether.connect.offset.OffsetFields;
import io.bellwether.connect.offset.SourcePartition;
import java.util.HashMap;
import java.util.Map;

/**
 * One market of one exchange.
 *
 * @param exchange its id, such as {@code kraken}
 * @param market its name, such as {@code BTC/USD}
 */
public record MarketPartition(String exchange, String market) implements SourcePartition {
  private static final String EXCHANGE = "exchange";
  private static final String MARKET = "market";

  /**
   * Reads the stored form.
   *
   * @throws org.apache.kafka.connect.errors.ConnectException naming a bad field
   */
  public static MarketPartition fromMap(Map<String, ?> fields) {
    OffsetFields partition = new OffsetFields("partition", fields).only(EXCHANGE, MARKET);
    return new MarketPartition(partition.required(EXCHANGE), partition.required(MARKET));
  }

  @Override
  public Map<String, String> toMap() {
    return new HashMap<>(Map.of(EXCHANGE, exchange, MARKET, market));
  }
}
