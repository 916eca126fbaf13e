package io.bellwether.connect.slack.source;

import io.bellwether.config.Rules;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Width;

/** What to read. */
final class ReadKeys {
  private static final String READ = "What to read";

  private ReadKeys() {}

  static void define(ConfigDef keys) {
    keys.define(
        SlackSourceConfig.CHANNELS,
        Type.LIST,
        ConfigDef.NO_DEFAULT_VALUE,
        Rules.notBlank("channel names or ids, separated by commas"),
        Importance.HIGH,
        "The channels to read, by name (with or without `#`) or by id. The app must be a member:"
            + " invite it with `/invite`. A position belongs to the id, so a renamed channel goes"
            + " on where it was, but has to be listed by its new name or its id.",
        READ,
        1,
        Width.LONG,
        "Channels");
    keys.define(
        SlackSourceConfig.MODE,
        Type.STRING,
        "socket",
        Rules.oneOf("socket", "history"),
        Importance.HIGH,
        "`socket` brings messages within a second over Socket Mode and fills its gaps from history;"
            + " it needs `slack.app.token`. `history` only asks for history, every"
            + " `poll.interval.ms`, and needs no app-level token.",
        READ,
        2,
        Width.SHORT,
        "Mode",
        Rules.oneOf("socket", "history"));
    keys.define(
        SlackSourceConfig.START_FROM,
        Type.STRING,
        SlackSourceConfig.NOW,
        Rules.instantOr(SlackSourceConfig.NOW, SlackSourceConfig.BEGINNING),
        Importance.MEDIUM,
        "Where to start in a channel that was never read: `now`, the `beginning` of what Slack"
            + " still has, or a time in UTC. A stored position always wins.",
        READ,
        3,
        Width.MEDIUM,
        "Start from");
    keys.define(
        SlackSourceConfig.KEYWORDS,
        Type.LIST,
        List.of(),
        Rules.noneBlank("words or phrases, separated by commas"),
        Importance.HIGH,
        "Read only messages that contain at least one of these, upper or lower case, anywhere in"
            + " the plain text. Empty reads all messages.",
        READ,
        4,
        Width.LONG,
        "Keywords");
    keys.define(
        SlackSourceConfig.KEYWORDS_REGEX,
        Type.STRING,
        null,
        Rules.regex(),
        Importance.LOW,
        "Read only messages in whose plain text this regular expression is found; instead of"
            + " `keywords`. `(?i)` at its beginning ignores upper and lower case.",
        READ,
        5,
        Width.LONG,
        "Keyword expression");
    keys.define(
        SlackSourceConfig.BOTS,
        Type.STRING,
        "include",
        Rules.oneOf("include", "exclude"),
        Importance.LOW,
        "Whether messages that other apps post are read. The app's own posts never are. Alerts that"
            + " a sink with another app posts are recognised where Slack sends their metadata along;"
            + " to be safe, let source and sink share an app, or do not read the channels of"
            + " alerts.",
        READ,
        6,
        Width.SHORT,
        "Messages of bots",
        Rules.oneOf("include", "exclude"));
    keys.define(
        SlackSourceConfig.REPLIES,
        Type.STRING,
        "include",
        Rules.oneOf("include", "exclude"),
        Importance.MEDIUM,
        "Whether replies in threads are read. Slack shows a new reply only on its parent, so the"
            + " messages of the last `watch.window.days` are looked at again and again; replies to"
            + " older messages come only live, in `mode=socket`. A reply that was also sent to the"
            + " channel is one record.",
        READ,
        7,
        Width.SHORT,
        "Replies",
        Rules.oneOf("include", "exclude"));
  }
}
