package io.bellwether.connect.nomics.source;

import io.bellwether.config.Rules;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Width;

/** Where to, and how fast. */
final class WriteKeys {
  private static final String WRITE = "Where to";
  private static final String PACE = "Pace";

  private WriteKeys() {}

  static void define(ConfigDef keys) {
    defineWrite(keys);
    defineHeartbeats(keys);
    definePace(keys);
  }

  private static void defineWrite(ConfigDef keys) {
    keys.define(
        NomicsSourceConfig.TOPIC,
        Type.STRING,
        "trades",
        Rules.topic(),
        Importance.HIGH,
        "The topic that trades go to. What a record holds is written down in `docs/contracts.md`.",
        WRITE,
        1,
        Width.MEDIUM,
        "Topic");
    keys.define(
        NomicsSourceConfig.METADATA_TOPIC,
        Type.STRING,
        "market-metadata",
        Rules.topic(),
        Importance.LOW,
        "The topic that tells which markets and exchanges are read. It should be compacted, and it"
            + " must exist or be created by `topic.creation.*`, as the shipped configuration does.",
        WRITE,
        2,
        Width.MEDIUM,
        "Metadata topic");
    keys.define(
        NomicsSourceConfig.GAPS_TOPIC,
        Type.STRING,
        null,
        Rules.topic(),
        Importance.LOW,
        "The topic that records what could not be read: ids that the service did not show, and"
            + " markets that are set aside. Not set, they are only logged and counted.",
        WRITE,
        3,
        Width.MEDIUM,
        "Gaps topic");
  }

  private static void defineHeartbeats(ConfigDef keys) {
    keys.define(
        NomicsSourceConfig.HEARTBEAT_TOPIC,
        Type.STRING,
        "bellwether-heartbeats",
        Rules.topic(),
        Importance.LOW,
        "The topic that carries the position of a market where no trade does: Connect stores a"
            + " position only with a record. It should be compacted, and it must exist or be created"
            + " by `topic.creation.*`, as the shipped configuration does.",
        WRITE,
        4,
        Width.MEDIUM,
        "Heartbeat topic");
    keys.define(
        NomicsSourceConfig.HEARTBEAT_INTERVAL,
        Type.LONG,
        5_000L,
        Rules.between(10, 3_600_000, "milliseconds"),
        Importance.LOW,
        "How long a position waits for a trade before it travels on a heartbeat, in milliseconds.",
        WRITE,
        5,
        Width.SHORT,
        "Heartbeat interval");
  }

  private static void definePace(ConfigDef keys) {
    keys.define(
        NomicsSourceConfig.REQUESTS,
        Type.DOUBLE,
        null,
        Rules.rule("a number above 0", value -> ((Number) value).doubleValue() > 0),
        Importance.HIGH,
        "How many requests for trades the connector may make a second, all its tasks together. Not"
            + " set, it is what the exchange's documents allow to one address: 1 for Kraken, 10 for"
            + " Coinbase, 12 for Binance, and 1 for a Nomics-compatible server. A task makes one"
            + " request at a time, so that a far service may take several tasks to use it up.",
        PACE,
        1,
        Width.SHORT,
        "Requests a second");
    keys.define(
        NomicsSourceConfig.STALENESS,
        Type.LONG,
        600_000L,
        Rules.between(1_000, 86_400_000, "milliseconds"),
        Importance.MEDIUM,
        "The staleness bound: no market is left unread for longer, in milliseconds. Busy markets are"
            + " read far more often. The budget must suffice: markets / bound must be less than"
            + " `requests.per.second`, and what is left over is for the busy ones.",
        PACE,
        2,
        Width.SHORT,
        "Staleness bound");
    keys.define(
        NomicsSourceConfig.POLL_INTERVAL,
        Type.LONG,
        1_000L,
        Rules.between(1, 3_600_000, "milliseconds"),
        Importance.MEDIUM,
        "The shortest time between two readings of a market that was read to its end, in"
            + " milliseconds.",
        PACE,
        3,
        Width.SHORT,
        "Poll interval");
    keys.define(
        NomicsSourceConfig.PAGE_SIZE,
        Type.INT,
        null,
        Rules.between(1, 2_500, "trades"),
        Importance.LOW,
        "How many trades to ask for at once. Not set, as many as the API gives: 1,000, and 2,500 of"
            + " a Nomics-compatible server.",
        PACE,
        4,
        Width.SHORT,
        "Page size");
  }
}
