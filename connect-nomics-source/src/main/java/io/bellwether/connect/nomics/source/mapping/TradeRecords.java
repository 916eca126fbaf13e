package io.bellwether.connect.nomics.source.mapping;

import io.bellwether.connect.offset.SourcePartition;
import io.bellwether.connect.offset.SourcePosition;
import java.util.Locale;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/** Makes records of the contract "trades" in {@code docs/contracts.md}. */
public final class TradeRecords {
  /** The value of a trade. */
  public static final Schema SCHEMA =
      SchemaBuilder.struct()
          .name("io.bellwether.Trade")
          .version(1)
          .field("event_id", Schema.STRING_SCHEMA)
          .field("exchange", Schema.STRING_SCHEMA)
          .field("market", Schema.STRING_SCHEMA)
          .field("base", Schema.STRING_SCHEMA)
          .field("quote", Schema.STRING_SCHEMA)
          .field("id", Schema.STRING_SCHEMA)
          .field("timestamp", Schema.STRING_SCHEMA)
          .field("price", Schema.STRING_SCHEMA)
          .field("volume", Schema.STRING_SCHEMA)
          .field("side", Schema.OPTIONAL_STRING_SCHEMA)
          .build();

  private final String topic;

  public TradeRecords(String topic) {
    this.topic = topic;
  }

  /** The record of a trade, carrying the position after it. */
  public SourceRecord record(
      Market market, Trade trade, SourcePartition partition, SourcePosition after) {
    return new SourceRecord(
        partition.toMap(),
        after.toMap(),
        topic,
        null,
        Schema.STRING_SCHEMA,
        market.key(),
        SCHEMA,
        value(market, trade),
        trade.time().toEpochMilli());
  }

  private static Struct value(Market market, Trade trade) {
    return new Struct(SCHEMA)
        .put("event_id", "trade:" + market.key() + ":" + trade.id())
        .put("exchange", market.exchange())
        .put("market", market.name())
        .put("base", market.base())
        .put("quote", market.quote())
        .put("id", trade.id())
        .put("timestamp", trade.time().toString())
        .put("price", trade.price())
        .put("volume", trade.volume())
        .put("side", trade.side().map(side -> side.name().toLowerCase(Locale.ROOT)).orElse(null));
  }
}
