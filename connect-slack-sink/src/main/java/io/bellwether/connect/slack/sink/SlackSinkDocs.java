package io.bellwether.connect.slack.sink;

import io.bellwether.connect.slack.sink.mapping.MessageTemplate;

/** What the configuration reference says; users read these texts, so they stand together. */
final class SlackSinkDocs {
  static final String TITLE = "Slack sink";

  static final String SCOPES =
      "`chat:write`, `channels:read`, `groups:read`, `channels:history` and `groups:history`";

  static final String INTRO =
      """
      `io.bellwether.connect.slack.sink.SlackSinkConnector` posts each record of its topics as a Slack message. The keys
      of Kafka Connect itself (`topics`, `tasks.max`, `errors.*`, converters, transforms) work as for every sink.

      A record that Slack will never take (an unknown or archived channel, a channel that the app may not post in, an
      empty text) goes to the dead letter queue with the reason in its headers, and the others go on; this needs
      `errors.tolerance=all`, `errors.deadletterqueue.topic.name` and, for the reason,
      `errors.deadletterqueue.context.headers.enable=true`. Without a dead letter queue such a record fails the task,
      unless `errors.tolerance=all` and `errors.log.enable=true` are set: then it is only logged. A refused token or a
      missing scope fails the task at once. Everything else (rate limits, time-outs, errors of the service, no network)
      is tried again without limit.

      A channel that is not found is looked for again after a minute; until then its records count as unpostable. The app
      must be a member of a channel, or have the scope `chat:write.public` for a public one; whether it may post shows
      only when it does. The check of a configuration finds channels that the app does not see; while Slack limits the
      rate of calls, it finds nothing.

      An offset is committed only when its record was posted, was found posted before, or was reported to the dead letter
      queue; tombstones are passed over. An event id is posted to a channel once, also when it comes again at another
      offset, after a restart or a crash, and after an answer that leaves open whether Slack took the message (a time-out,
      `internal_error`): before the first message to a channel after every assignment of partitions, and after every such
      answer, the sink reads what its app has posted to the channel, and posts what is not there. While the channel cannot
      be read, nothing is posted to it. An event can still appear twice if Slack shows a message only after the channel was
      read; if the task was taken for dead, another one went on, and a message of the first was under way; if it comes
      again longer after its first post than `read.back.window.ms`, in another task than before or when more than 100,000
      others have passed since; or if two tasks post the same event to one channel at the same time, because it stands in
      two topics.

      So an offset that is set back by hand posts nothing that is still in the channel: for that, set
      `read.back.enabled=false` as well.

      A paused connector still posts the alerts that it had read before the pause; a stopped one does not.""";

  static final String CHANNEL =
      "The channel that alerts go to: its name, or its id. `${topic}` in it stands for the name of"
          + " the record's topic, after transforms.";

  static final String TOPIC_CHANNELS =
      "Channels of single topics, as a list of `topic:channel`; they win over `channel`.";

  static final String CHANNEL_FIELD =
      "The field with the channel that a record goes to, by name or id; where it is missing or blank,"
          + " `topic.channels` and `channel` count. Whoever writes the records then chooses among all"
          + " channels that the app may post in.";

  static final String CHANNEL_HEADER =
      "The record header with the channel that a record goes to; wins over `channel.field`.";

  static final String THREAD_BY =
      "The field by which alerts are gathered in threads, for example `author_id` or `market`: the"
          + " first alert with a value is a message of its own, the others of the channel with the"
          + " same value are replies to it. `key` is the record's key. Empty for no threads. Tasks"
          + " know only their own threads: with more than one, records with one value must be in one"
          + " partition, as those with one key are.";

  static final String THREAD_WINDOW =
      "How long a thread goes on after its first message, in milliseconds; the next alert begins a"
          + " new one. The channel's messages, not its threads, are read so far back after a restart.";

  static final String EMOJI_FIELD = "The field whose value chooses the emoji before a message.";

  static final String EMOJIS =
      "Emojis that messages start with, as a list of `value:emoji`, the emoji by its name without"
          + " colons: `negative:red_circle,positive:large_green_circle` gives each outcome its"
          + " colour.";

  static final String CHANNEL_CREATE =
      "Whether a channel that is missing is created: `no`, or as a `public` or `private` one. It"
          + " needs the scope `channels:manage` for public and `groups:write` for private channels."
          + " Only a channel given by a name that Slack takes (lower-case letters, digits, - and _)"
          + " can be created.";

  static final String TEMPLATE =
      "The text of a message: a Mustache template over the record's fields, `{{field}}` or"
          + " `{{a.b}}` for nested ones, in Slack's mrkdwn. Fields come from structs, maps and JSON"
          + " objects in text. Every record also has `{{key}}`, `{{topic}}`, `{{partition}}`,"
          + " `{{offset}}`, `{{timestamp}}` (RFC 3339, UTC) and `{{value}}` (the whole value as"
          + " text); a field of the same name wins. `{{#rounded}}{{number}}{{/rounded}}` shows two"
          + " decimals. A missing field is empty. Fields are escaped, and no field can mention a"
          + " person, a channel or everybody; a mention that the template itself spells out, such as"
          + " `<!here>`, works. A field is cut to "
          + "%,d".formatted(MessageTemplate.LONGEST_FIELD)
          + " characters and a message to "
          + "%,d".formatted(MessageTemplate.LONGEST_TEXT)
          + ", ending in an ellipsis and a link to the whole (see `link.field`).";

  static final String BLOCKS =
      "Block Kit blocks that are shown instead of the text, as a JSON array; the text of"
          + " `message.template` then stands in notifications. Strings in it are templates as that"
          + " one is: `[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"*{{market}}*"
          + " {{text}}\"}}]`. Plain text and URLs are not escaped, everything else is. A block whose"
          + " text is empty is left out. A digest shows the blocks of all its alerts, up to 50.";

  static final String LINK_FIELD =
      "The field with the URL of what an alert is about. A message that had to be cut ends with a"
          + " link to it.";

  static final String DIGEST_ABOVE =
      "When more alerts than this wait for a channel, they go together as one message, a section"
          + " for each, as many as Slack takes at once (up to 50). An alert that waits alone is never"
          + " held back for others. 0 joins whatever waits; 1000000 sends each by itself.";

  static final String EVENT_ID_FIELD =
      "The field that identifies an event; an event is posted to a channel once. For a record"
          + " without it `topic:partition:offset` takes its place.";

  static final String READ_BACK =
      "Whether the sink reads what it has posted to a channel before the first message after every"
          + " assignment of partitions and after an answer that leaves open whether a message was"
          + " posted, so as not to post it twice. It needs the scopes `channels:history` for public"
          + " and `groups:history` for private channels, and the app must be a member of the"
          + " channel. Without it, what was under way in a crash appears twice.";

  static final String EVENT_TIME_FIELD =
      "The field with the time at which the event took place (RFC 3339, or milliseconds since 1970,"
          + " UTC). An event was not posted before, so that a channel needs to be read only so far"
          + " back; where it is missing, the whole of `read.back.window.ms` counts.";

  static final String READ_BACK_WINDOW =
      "How long before its record was written an event may have been posted already, in"
          + " milliseconds: when a job comes back after an outage, it writes some of its last records"
          + " again. The longer it is, the more of a channel is read after a restart, 500 messages a"
          + " call and 20 calls a minute.";

  static final String POST_INTERVAL =
      "Least time between two messages to one channel, in milliseconds, for the connector as a"
          + " whole: it is divided among the tasks, so that more tasks than partitions only make it"
          + " slower. Slack allows about one message a second and channel; 0 is for test servers. A `Retry-After` of Slack is always obeyed.";

  static final String BACKOFF =
      "How long to wait after the first failure of a call, in milliseconds; doubled with each"
          + " further one, with a jitter of 20 %. Retries never end.";

  static final String BACKOFF_MAX = "Upper bound of that wait, in milliseconds.";

  private SlackSinkDocs() {}
}
