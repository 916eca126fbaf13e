package io.bellwether.quickstart.page;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which message on the page an event is about, by its id (docs/contracts.md).
 *
 * @param channelId the channel or room it stands in
 * @param ts its identity there
 * @param version 0 for the message as first said, more after an edit
 */
record Said(String channelId, String ts, long version) {
  private static final Pattern SLACK = Pattern.compile("slack:[^:]+:([^:]+):([^:]+):(-?\\d{1,18})");
  private static final Pattern X = Pattern.compile("x:(\\d{1,19}):(\\d{1,9})");

  /** Empty where the page shows no such messages. */
  static Optional<Said> of(String eventId) {
    Matcher slack = SLACK.matcher(eventId);
    if (slack.matches()) {
      return Optional.of(new Said(slack.group(1), slack.group(2), Long.parseLong(slack.group(3))));
    }
    Matcher x = X.matcher(eventId);
    return x.matches()
        ? Optional.of(
            new Said(XRoom.ID, XRoom.ts(Long.parseLong(x.group(1))), Long.parseLong(x.group(2))))
        : Optional.empty();
  }
}
