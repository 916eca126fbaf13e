package io.bellwether.connect.gaps;

import io.bellwether.config.Printable;
import io.bellwether.connect.metrics.ReadMeters;
import io.bellwether.connect.offset.SourcePartition;
import io.bellwether.connect.offset.SourcePosition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way in which a source tells of a gap: a warning, a count and, where a topic is configured
 * for it, a record of the contract "gaps" in {@code docs/contracts.md}.
 */
public final class Gaps {
  private static final Logger LOG = LoggerFactory.getLogger(Gaps.class);

  /** The value of a gap record. */
  public static final Schema SCHEMA =
      SchemaBuilder.struct()
          .name("io.bellwether.Gap")
          .version(1)
          .field("source", Schema.STRING_SCHEMA)
          .field("connector", Schema.STRING_SCHEMA)
          .field("partition", SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.STRING_SCHEMA).build())
          .field("from", Schema.STRING_SCHEMA)
          .field("to", Schema.STRING_SCHEMA)
          .field("reason", Schema.STRING_SCHEMA)
          .field("at", Schema.STRING_SCHEMA)
          .build();

  private final String source;
  private final String connector;
  private final Optional<String> topic;
  private final ReadMeters meters;

  /**
   * @param source the service, as in the contracts
   * @param connector its name
   * @param topic of the records; empty for none
   */
  public Gaps(String source, String connector, Optional<String> topic, ReadMeters meters) {
    this.source = source;
    this.connector = connector;
    this.topic = topic;
    this.meters = meters;
  }

  /**
   * Tells of a gap.
   *
   * @param after the position that skips it, which the record carries
   * @return its record; empty where no topic is configured
   */
  public List<SourceRecord> tell(
      Gap gap, SourcePartition partition, SourcePosition after, Instant now) {
    Map<String, String> which = new TreeMap<>(partition.toMap());
    LOG.warn(
        "Not read of {}: {} to {}. {}",
        Printable.of(which.toString()),
        gap.from(),
        gap.to(),
        Printable.of(gap.reason()));
    meters.gap();
    return topic
        .map(
            name ->
                new SourceRecord(
                    partition.toMap(),
                    after.toMap(),
                    name,
                    null,
                    Schema.STRING_SCHEMA,
                    connector + which,
                    SCHEMA,
                    value(gap, which, now),
                    now.toEpochMilli()))
        .stream()
        .toList();
  }

  private Struct value(Gap gap, Map<String, String> which, Instant now) {
    return new Struct(SCHEMA)
        .put("source", source)
        .put("connector", connector)
        .put("partition", which)
        .put("from", gap.from().toString())
        .put("to", gap.to().toString())
        .put("reason", gap.reason())
        .put("at", now.toString());
  }
}
