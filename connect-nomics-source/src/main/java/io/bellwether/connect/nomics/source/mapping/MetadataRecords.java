package io.bellwether.connect.nomics.source.mapping;

import io.bellwether.connect.offset.SourcePartition;
import io.bellwether.connect.offset.SourcePosition;
import java.time.Instant;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/** Makes records of the contract "market-metadata" in {@code docs/contracts.md}. */
public final class MetadataRecords {
  /** The value of a market or an exchange. */
  public static final Schema SCHEMA =
      SchemaBuilder.struct()
          .name("io.bellwether.MarketMetadata")
          .version(1)
          .field("kind", Schema.STRING_SCHEMA)
          .field("exchange", Schema.STRING_SCHEMA)
          .field("market", Schema.OPTIONAL_STRING_SCHEMA)
          .field("base", Schema.OPTIONAL_STRING_SCHEMA)
          .field("quote", Schema.OPTIONAL_STRING_SCHEMA)
          .field("symbol", Schema.OPTIONAL_STRING_SCHEMA)
          .field("active", Schema.OPTIONAL_BOOLEAN_SCHEMA)
          .field("api", Schema.STRING_SCHEMA)
          .field("at", Schema.STRING_SCHEMA)
          .build();

  private final String topic;
  private final String api;

  /**
   * @param topic should be compacted
   * @param api that the markets are read by
   */
  public MetadataRecords(String topic, String api) {
    this.topic = topic;
    this.api = api;
  }

  /** A market that is read; the record also carries where its reading stands. */
  public SourceRecord market(
      Market market, SourcePartition partition, SourcePosition position, Instant now) {
    return record(
        partition,
        position,
        market.key(),
        value("market", market.exchange(), now)
            .put("market", market.name())
            .put("base", market.base())
            .put("quote", market.quote())
            .put("symbol", market.symbol())
            .put("active", market.active()),
        now);
  }

  /**
   * An exchange of which markets are read.
   *
   * @param partition of any of its markets, with its position
   */
  public SourceRecord exchange(
      String exchange, SourcePartition partition, SourcePosition position, Instant now) {
    return record(partition, position, exchange, value("exchange", exchange, now), now);
  }

  private Struct value(String kind, String exchange, Instant now) {
    return new Struct(SCHEMA)
        .put("kind", kind)
        .put("exchange", exchange)
        .put("api", api)
        .put("at", now.toString());
  }

  private SourceRecord record(
      SourcePartition partition, SourcePosition position, String key, Struct value, Instant now) {
    return new SourceRecord(
        partition.toMap(),
        position.toMap(),
        topic,
        null,
        Schema.STRING_SCHEMA,
        key,
        SCHEMA,
        value,
        now.toEpochMilli());
  }
}
