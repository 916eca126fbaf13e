package io.bellwether.connect.twitter.source;

import io.bellwether.config.Rules;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Width;

/** How fast. */
final class PaceKeys {
  private static final String GROUP = "Pace";

  private PaceKeys() {}

  static void define(ConfigDef keys) {
    keys.define(
        TwitterSourceConfig.POLL_INTERVAL,
        Type.LONG,
        15_000L,
        Rules.between(10, 86_400_000, "milliseconds"),
        Importance.MEDIUM,
        "How often each query is asked for new posts, in milliseconds. It is asked less often where"
            + " X's rate limit, 450 searches in 15 minutes for an app and 300 for a user, is too"
            + " small for all queries.",
        GROUP,
        1,
        Width.SHORT,
        "Poll interval");
    keys.define(
        TwitterSourceConfig.PAGE_SIZE,
        Type.INT,
        100,
        Rules.between(10, 100, "posts"),
        Importance.LOW,
        "How many posts to ask for at once. Smaller pages cost more requests of the same limit.",
        GROUP,
        2,
        Width.SHORT,
        "Page size");
    keys.define(
        TwitterSourceConfig.SETTLE,
        Type.LONG,
        30_000L,
        Rules.between(0, 600_000, "milliseconds"),
        Importance.LOW,
        "How old a post must be to be searched for, in milliseconds. A younger one may still come"
            + " into X's index after one that was posted later, and would then be missed. X itself"
            + " leaves out the last 30 seconds where it is not asked for a range of ids.",
        GROUP,
        3,
        Width.SHORT,
        "Settling time");
    keys.define(
        TwitterSourceConfig.STREAM_INTERVAL,
        Type.LONG,
        300_000L,
        Rules.between(10, 86_400_000, "milliseconds"),
        Importance.LOW,
        "How often posts are searched for in `mode=stream` although the stream is open, in"
            + " milliseconds. It is done at once when the stream was opened, or brought many posts.",
        GROUP,
        4,
        Width.SHORT,
        "Search interval of the stream");
    keys.define(
        TwitterSourceConfig.STREAM_SILENCE,
        Type.INT,
        25_000,
        Rules.between(1_000, 300_000, "milliseconds"),
        Importance.LOW,
        "How long the stream may be silent before it counts as dead and is opened anew, in"
            + " milliseconds. X sends a sign of life every 20 seconds.",
        GROUP,
        5,
        Width.SHORT,
        "Silence of the stream");
  }
}
