package io.bellwether.connect.slack.source;

import io.bellwether.config.Rules;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Width;

/** What to read. */
final class ReadKeys {
  private static final String READ = "What to read";
  private static final String CHANNELS = "More channels";
  private static final Set<String> KNOWN_TYPES =
      Set.of("public_channel", "private_channel", "im", "mpim");

  private ReadKeys() {}

  static void define(ConfigDef keys) {
    keys.define(
        SlackSourceConfig.CHANNELS,
        Type.LIST,
        List.of(),
        Rules.noneBlank("channel names or ids, separated by commas"),
        Importance.HIGH,
        "The channels to read, by name (with or without `#`) or by id. The app must be a member:"
            + " invite it with `/invite`. A position belongs to the id, so a renamed channel goes"
            + " on where it was, but has to be listed by its new name or its id. Needed unless `slack.channels.regex` or"
            + " direct conversations among `slack.channel.types` say what to read.",
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
            + " `poll.interval.ms`, and needs no app-level token. There the channels and the"
            + " budgets are split over the tasks; with `socket` there is one task whatever `tasks.max` says,"
            + " because Slack gives each event to any one of an app's connections, so that several would"
            + " each see a part.",
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
        Rules.oneOf("include", "exclude", "listed"),
        Importance.LOW,
        "Whether messages that other apps post are read: all, none, or those of `bots.listed`. The app's own posts never are. Alerts that"
            + " a sink with another app posts are recognised where Slack sends their metadata along;"
            + " to be safe, let source and sink share an app, or do not read the channels of"
            + " alerts.",
        READ,
        6,
        Width.SHORT,
        "Messages of bots",
        Rules.oneOf("include", "exclude", "listed"));
    keys.define(
        SlackSourceConfig.BOTS_LISTED,
        Type.LIST,
        List.of(),
        Rules.noneBlank("ids or names of bots, separated by commas"),
        Importance.LOW,
        "The bots that are read with `bots=listed`, by the id of the bot (`B...`) or of its user"
            + " (`U...`), or by the name that Slack shows.",
        READ,
        10,
        Width.LONG,
        "Listed bots");
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
    keys.define(
        SlackSourceConfig.CHANGES,
        Type.STRING,
        "ignore",
        Rules.oneOf("ignore", "emit"),
        Importance.MEDIUM,
        "What becomes of edits and deletions. `ignore`: a message is read once, with the text it has"
            + " then. `emit`: each edit is a new version of the event, with the text before it where"
            + " that is known; see `docs/contracts.md`. Live, in `mode=socket`, every edit and"
            + " deletion is seen. History shows only the last edit of messages of the last"
            + " `watch.window.days`, and of what was emitted of them (the newest 1,000 in a channel)"
            + " what is not there any more; of replies it shows neither.",
        READ,
        8,
        Width.SHORT,
        "Edits and deletions",
        Rules.oneOf("ignore", "emit"));
    keys.define(
        SlackSourceConfig.DELETES,
        Type.STRING,
        "record",
        Rules.oneOf("record", "tombstone"),
        Importance.LOW,
        "How a deletion is told with `changes=emit`: by a `record` of its own with an empty text, or"
            + " by a `tombstone`, the key without a value, so that a compacted topic forgets the"
            + " message.",
        READ,
        9,
        Width.SHORT,
        "Deletions",
        Rules.oneOf("record", "tombstone"));
  }

  static void defineChannels(ConfigDef keys) {
    keys.define(
        SlackSourceConfig.CHANNELS_REGEX,
        Type.STRING,
        null,
        Rules.regex(),
        Importance.MEDIUM,
        "Read also the channels whose whole name, without `#`, matches this regular expression. New"
            + " ones are found within `channels.interval.ms`, and the tasks are started anew for"
            + " them; they begin at `start.from`. Private channels only once the app was invited,"
            + " public ones then or with `join.public.channels`.",
        CHANNELS,
        1,
        Width.LONG,
        "Channel expression");
    keys.define(
        SlackSourceConfig.TYPES,
        Type.LIST,
        List.of("public_channel", "private_channel"),
        Rules.rule(
            "some of public_channel, private_channel, im, mpim",
            value -> !((List<?>) value).isEmpty() && KNOWN_TYPES.containsAll((List<?>) value)),
        Importance.LOW,
        "The types of conversations to look among. With `im` or `mpim` all direct conversations of"
            + " the app, of two or of more, are read; that needs the scopes `im:history` and"
            + " `im:read`, or `mpim:history` and `mpim:read`, and the events `message.im` or"
            + " `message.mpim`.",
        CHANNELS,
        2,
        Width.MEDIUM,
        "Types of conversations");
    keys.define(
        SlackSourceConfig.JOIN,
        Type.BOOLEAN,
        false,
        Importance.LOW,
        "Whether the app joins the public channels that are to be read and that it is not in. It"
            + " needs the scope `channels:join`.",
        CHANNELS,
        3,
        Width.SHORT,
        "Join public channels");
    keys.define(
        SlackSourceConfig.CHANNELS_INTERVAL,
        Type.LONG,
        300_000L,
        Rules.between(10, 86_400_000, "milliseconds"),
        Importance.LOW,
        "How often the list of channels is looked at, in milliseconds; only where"
            + " `slack.channels.regex`, `join.public.channels` or direct conversations make that"
            + " necessary.",
        CHANNELS,
        4,
        Width.SHORT,
        "Channel list interval");
  }
}
