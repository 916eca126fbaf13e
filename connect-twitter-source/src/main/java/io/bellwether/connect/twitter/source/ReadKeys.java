package io.bellwether.connect.twitter.source;

import io.bellwether.config.Rules;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Width;

/** What to read, and where to. */
final class ReadKeys {
  private static final String READ = "What to read";
  private static final String WRITE = "Where to";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,100}");

  private ReadKeys() {}

  static void define(ConfigDef keys) {
    keys.define(
        TwitterSourceConfig.QUERIES,
        Type.LIST,
        ConfigDef.NO_DEFAULT_VALUE,
        Rules.rule(
            "names of queries, separated by commas: letters, digits, - and _, each name once",
            value -> {
              var names = (java.util.List<?>) value;
              return !names.isEmpty()
                  && names.stream().allMatch(name -> NAME.matcher(name.toString()).matches())
                  && names.stream().distinct().count() == names.size();
            }),
        Importance.HIGH,
        "The names of the queries. Each has a key `query.NAME` with its text in X's language of"
            + " operators, for example `queries=azure` and `query.azure=#Azure lang:en"
            + " -is:retweet`; X takes up to 512 characters, 4,096 of Enterprise customers. The"
            + " name is in the field `query` of the records and tells the position of a query: under"
            + " another name it begins anew. Queries are split over the tasks.",
        READ,
        1,
        Width.LONG,
        "Queries");
    keys.define(
        TwitterSourceConfig.MODE,
        Type.STRING,
        "search",
        Rules.oneOf("search", "stream"),
        Importance.HIGH,
        "`search` asks for new posts every `poll.interval.ms`. `stream` brings them within seconds"
            + " over the filtered stream and fills its gaps by search; it takes an app's"
            + " credentials, has one task whatever `tasks.max` says, and one connector for each app:"
            + " X allows it one connection. Rules of the app that others have added stay as they"
            + " are.",
        READ,
        2,
        Width.SHORT,
        "Mode",
        Rules.oneOf("search", "stream"));
    keys.define(
        TwitterSourceConfig.START,
        Type.STRING,
        TwitterSourceConfig.NOW,
        Rules.instantOr(TwitterSourceConfig.NOW, TwitterSourceConfig.EARLIEST),
        Importance.HIGH,
        "Where a query begins that has no stored position: `now`, `earliest` for all that X has"
            + " (seven days), or a time. What lies more than seven days back is a gap.",
        READ,
        3,
        Width.MEDIUM,
        "Start");
    keys.define(
        TwitterSourceConfig.TOPIC,
        Type.STRING,
        "feedback",
        Rules.topic(),
        Importance.HIGH,
        "The topic that posts go to. What a record holds is written down in"
            + " `docs/contracts.md`.",
        WRITE,
        1,
        Width.MEDIUM,
        "Topic");
    keys.define(
        TwitterSourceConfig.HEARTBEAT_TOPIC,
        Type.STRING,
        "bellwether-heartbeats",
        Rules.topic(),
        Importance.LOW,
        "The topic that carries the position of a query, at most once every"
            + " `heartbeat.interval.ms`, so that it is kept also when no post matched: Connect"
            + " stores a position only with a record. It should be compacted, and it must exist or be"
            + " created by `topic.creation.*`, as the shipped configuration does.",
        WRITE,
        2,
        Width.MEDIUM,
        "Heartbeat topic");
    keys.define(
        TwitterSourceConfig.HEARTBEAT_INTERVAL,
        Type.LONG,
        5_000L,
        Rules.between(10, 3_600_000, "milliseconds"),
        Importance.LOW,
        "How long at least between two heartbeats of a query, in milliseconds.",
        WRITE,
        3,
        Width.SHORT,
        "Heartbeat interval");
    keys.define(
        TwitterSourceConfig.GAPS_TOPIC,
        Type.STRING,
        null,
        Rules.topic(),
        Importance.MEDIUM,
        "The topic for records of gaps: stretches of time that X does not give any more. Without it"
            + " a gap is only logged and counted. It must exist or be created by"
            + " `topic.creation.*`.",
        WRITE,
        4,
        Width.MEDIUM,
        "Gaps topic");
  }
}
