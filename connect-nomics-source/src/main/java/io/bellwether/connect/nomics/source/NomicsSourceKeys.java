package io.bellwether.connect.nomics.source;

import io.bellwether.config.Rules;
import io.bellwether.connect.nomics.source.api.Dialects;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Width;

/** All keys of the connector, in the order of their groups: the API and what to read of it. */
final class NomicsSourceKeys {
  private static final String SERVICE = "API";
  private static final String READ = "What to read";

  private NomicsSourceKeys() {}

  static ConfigDef define() {
    ConfigDef keys = new ConfigDef();
    defineService(keys);
    defineRead(keys);
    WriteKeys.define(keys);
    return keys;
  }

  private static void defineService(ConfigDef keys) {
    keys.define(
        NomicsSourceConfig.API,
        Type.STRING,
        ConfigDef.NO_DEFAULT_VALUE,
        Rules.oneOf(Dialects.names()),
        Importance.HIGH,
        "Which API is spoken: that of an exchange, or that of Nomics. Nomics itself closed in March"
            + " 2023; its API lives on in compatible servers. `docs/trades-source.md` says what each"
            + " of them can do.",
        SERVICE,
        1,
        Width.SHORT,
        "API",
        Rules.oneOf(Dialects.names()));
    keys.define(
        NomicsSourceConfig.URL,
        Type.STRING,
        null,
        Rules.safeUrl(),
        Importance.MEDIUM,
        "Where the API is. Not set, it is the exchange's own address."
            + " Needed with `trades.api=nomics`, for example `https://trades.example.com/v1/`.",
        SERVICE,
        2,
        Width.LONG,
        "API URL");
    keys.define(
        NomicsSourceConfig.KEY,
        Type.PASSWORD,
        null,
        Rules.secret("the key of the API"),
        Importance.MEDIUM,
        "The key of a Nomics-compatible server, if it wants one. The exchanges need none. Give it by"
            + " a config provider, for example `${env:TRADES_API_KEY}`, so that it is not stored in"
            + " plain text.",
        SERVICE,
        3,
        Width.LONG,
        "API key");
    keys.define(
        NomicsSourceConfig.TIMEOUT,
        Type.INT,
        10_000,
        Rules.between(100, 300_000, "milliseconds"),
        Importance.LOW,
        "How long one call may take before it counts as failed, in milliseconds.",
        SERVICE,
        4,
        Width.SHORT,
        "Call time-out");
  }

  private static void defineRead(ConfigDef keys) {
    keys.define(
        NomicsSourceConfig.MARKETS,
        Type.LIST,
        List.of(),
        Rules.noneBlank("markets such as kraken:BTC/USD, separated by commas"),
        Importance.HIGH,
        "The markets to read, each as `exchange:market`. On Kraken, Coinbase and Binance a market is"
            + " `BASE/QUOTE` by the usual codes, such as `BTC/USD`, and the exchange may be left out."
            + " On a Nomics-compatible server it is the server's own market id, such as"
            + " `binance:XMRBTC`. Needed unless `markets.include` says what to read.",
        READ,
        1,
        Width.LONG,
        "Markets");
    keys.define(
        NomicsSourceConfig.INCLUDE,
        Type.STRING,
        null,
        Rules.regex(),
        Importance.HIGH,
        "Read also all markets that are traded and whose whole `exchange:market` matches this regular"
            + " expression: `.*` for all, `.*:.*/USD` for those in dollars. New ones are found within"
            + " `markets.interval.ms`, and the tasks are started anew for them; they are read from"
            + " `start.from` on, which with `now` is when the connector started.",
        READ,
        2,
        Width.LONG,
        "Include");
    keys.define(
        NomicsSourceConfig.EXCLUDE,
        Type.STRING,
        null,
        Rules.regex(),
        Importance.MEDIUM,
        "Of those that `markets.include` finds leave these out. Markets that are listed in `markets`"
            + " are read all the same.",
        READ,
        3,
        Width.LONG,
        "Exclude");
    keys.define(
        NomicsSourceConfig.START_FROM,
        Type.STRING,
        NomicsSourceConfig.NOW,
        Rules.instantOr(NomicsSourceConfig.NOW, NomicsSourceConfig.BEGINNING),
        Importance.MEDIUM,
        "Where to start in a market that was never read: `now`, the `beginning` of what the service"
            + " still has, or a time in UTC. A stored position always wins.",
        READ,
        4,
        Width.MEDIUM,
        "Start from");
    keys.define(
        NomicsSourceConfig.MARKETS_INTERVAL,
        Type.LONG,
        900_000L,
        Rules.between(100, 86_400_000, "milliseconds"),
        Importance.LOW,
        "How often the list of markets is looked at, in milliseconds: for new ones, and for whether"
            + " the load of the tasks has become uneven.",
        READ,
        5,
        Width.SHORT,
        "Market list interval");
  }
}
