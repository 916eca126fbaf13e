package io.bellwether.connect.slack.source;

import io.bellwether.config.Rules;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Width;

/** Where to, and how fast. */
final class PaceKeys {
  private static final String WRITE = "Where to";
  private static final String PACE = "Pace";

  private PaceKeys() {}

  static void define(ConfigDef keys) {
    defineWrite(keys);
    definePace(keys);
    defineWatch(keys);
  }

  private static void defineWrite(ConfigDef keys) {
    keys.define(
        SlackSourceConfig.TOPIC,
        Type.STRING,
        "feedback",
        Rules.topic(),
        Importance.HIGH,
        "The topic that messages go to. What a record holds is written down in"
            + " `docs/contracts.md`.",
        WRITE,
        1,
        Width.MEDIUM,
        "Topic");
    keys.define(
        SlackSourceConfig.HEARTBEAT_TOPIC,
        Type.STRING,
        "bellwether-heartbeats",
        Rules.topic(),
        Importance.LOW,
        "The topic that carries the position of a channel, at most once every"
            + " `heartbeat.interval.ms`, so that it is kept also when no message matched: Connect"
            + " stores a position only with a record. It should be compacted, and it must exist or be"
            + " created by `topic.creation.*`, as the shipped configuration does.",
        WRITE,
        2,
        Width.MEDIUM,
        "Heartbeat topic");
    keys.define(
        SlackSourceConfig.HEARTBEAT_INTERVAL,
        Type.LONG,
        5_000L,
        Rules.between(10, 3_600_000, "milliseconds"),
        Importance.LOW,
        "How long at least between two heartbeats of a channel, in milliseconds.",
        WRITE,
        3,
        Width.SHORT,
        "Heartbeat interval");
  }

  private static void definePace(ConfigDef keys) {
    keys.define(
        SlackSourceConfig.POLL_INTERVAL,
        Type.LONG,
        5_000L,
        Rules.between(10, 3_600_000, "milliseconds"),
        Importance.MEDIUM,
        "How often each channel's history is read in `mode=history`, and in `mode=socket` while"
            + " there is no connection, in milliseconds.",
        PACE,
        1,
        Width.SHORT,
        "Poll interval");
    keys.define(
        SlackSourceConfig.HISTORY_INTERVAL,
        Type.LONG,
        300_000L,
        Rules.between(10, 86_400_000, "milliseconds"),
        Importance.LOW,
        "How often history is read in `mode=socket` although nothing seems to be missing, in"
            + " milliseconds.",
        PACE,
        2,
        Width.SHORT,
        "History interval");
    keys.define(
        SlackSourceConfig.HISTORY_PAGE_SIZE,
        Type.INT,
        200,
        Rules.between(1, 999, "messages"),
        Importance.LOW,
        "How many messages to ask for at once. Slack recommends no more than 200.",
        PACE,
        3,
        Width.SHORT,
        "History page size");
    keys.define(
        SlackSourceConfig.HISTORY_REQUESTS,
        Type.DOUBLE,
        45.0,
        Rules.rule("a number above 0", value -> ((Number) value).doubleValue() > 0),
        Importance.LOW,
        "How many pages of history the connector may read a minute, all its tasks together. Slack"
            + " allows about 50 to an app.",
        PACE,
        4,
        Width.SHORT,
        "History requests a minute");
    keys.define(
        SlackSourceConfig.NAME_REQUESTS,
        Type.DOUBLE,
        90.0,
        Rules.rule("a number above 0", value -> ((Number) value).doubleValue() > 0),
        Importance.LOW,
        "How many names of people the connector may look up a minute, all its tasks together."
            + " Names are remembered. Slack allows about 100 to an app.",
        PACE,
        5,
        Width.SHORT,
        "Name requests a minute");
  }

  private static void defineWatch(ConfigDef keys) {
    keys.define(
        SlackSourceConfig.WATCH_WINDOW,
        Type.INT,
        7,
        Rules.between(1, 365, "days"),
        Importance.MEDIUM,
        "How many days old a message may be for its new replies to be found in history. A longer"
            + " window costs more requests: all its messages are looked at each time.",
        PACE,
        6,
        Width.SHORT,
        "Watched window");
    keys.define(
        SlackSourceConfig.WATCH_INTERVAL,
        Type.LONG,
        60_000L,
        Rules.between(10, 86_400_000, "milliseconds"),
        Importance.LOW,
        "How often the messages of the window are looked at in `mode=history`, and in `mode=socket`"
            + " while there is no connection, in milliseconds; else it is `history.interval.ms`.",
        PACE,
        7,
        Width.SHORT,
        "Watch interval");
    keys.define(
        SlackSourceConfig.REPLIES_REQUESTS,
        Type.DOUBLE,
        45.0,
        Rules.rule("a number above 0", value -> ((Number) value).doubleValue() > 0),
        Importance.LOW,
        "How many pages of threads the connector may read a minute, all its tasks together. Slack"
            + " allows about 50 to an app, besides those of history.",
        PACE,
        8,
        Width.SHORT,
        "Thread requests a minute");
  }
}
