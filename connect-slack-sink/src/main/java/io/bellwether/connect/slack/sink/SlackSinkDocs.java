package io.bellwether.connect.slack.sink;

import io.bellwether.connect.slack.sink.mapping.MessageTemplate;

/** What the configuration reference says; users read these texts, so they stand together. */
final class SlackSinkDocs {
  static final String TITLE = "Slack sink";

  static final String SCOPES = "`chat:write`, `channels:read` and `groups:read`";

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
      queue; tombstones are passed over. An event id is posted to a channel once for as long as the task runs (the newest
      100,000 are remembered), also when it comes again at another offset. After a crash, and after an answer that leaves
      open whether Slack took the message (a time-out, `internal_error`), a message can appear twice.

      A paused connector still posts the alerts that it had read before the pause; a stopped one does not.""";

  static final String CHANNEL =
      "The channel that alerts go to: its name, or its id. `${topic}` in it stands for the name of"
          + " the record's topic, after transforms.";

  static final String TOPIC_CHANNELS =
      "Channels of single topics, as a list of `topic:channel`; they win over `channel`.";

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
          + ", ending in an ellipsis.";

  static final String EVENT_ID_FIELD =
      "The field that identifies an event; an event is posted to a channel once. For a record"
          + " without it `topic:partition:offset` takes its place.";

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
