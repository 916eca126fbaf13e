package io.bellwether.connect.twitter.source;

import io.bellwether.config.Rules;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Width;

/** How much it may cost. */
final class SpendingKeys {
  private static final String GROUP = "Spending";
  private static final long MOST = 1_000_000_000;

  private SpendingKeys() {}

  static void define(ConfigDef keys) {
    keys.define(
        TwitterSourceConfig.PER_DAY,
        Type.LONG,
        null,
        Rules.between(10, MOST, "posts"),
        Importance.HIGH,
        "How many posts may be read on a UTC day, all tasks together. X bills each post that is"
            + " read, the same post once a day. At the bound nothing is read before midnight; the"
            + " log and the metric `waiting-for-bound` say so. It is split over the tasks, and"
            + " each needs 10 at least: X gives no smaller pages.",
        GROUP,
        1,
        Width.MEDIUM,
        "Posts a day");
    keys.define(
        TwitterSourceConfig.PER_MONTH,
        Type.LONG,
        null,
        Rules.between(10, MOST, "posts"),
        Importance.MEDIUM,
        "The same for a billing period of a month.",
        GROUP,
        2,
        Width.MEDIUM,
        "Posts a month");
    keys.define(
        TwitterSourceConfig.BILLING_DAY,
        Type.INT,
        1,
        Rules.between(1, 28, "days"),
        Importance.LOW,
        "The day of the month on which a billing period begins, at 0:00 UTC. X's own cap of posts"
            + " is taken to be lifted on that day too.",
        GROUP,
        3,
        Width.SHORT,
        "Billing day");
  }
}
