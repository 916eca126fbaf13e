package io.bellwether.connect.slack.source.mapping;

import io.bellwether.connect.slack.SlackText;

/** Who is who, by id. */
public interface People extends SlackText.Names {
  /** Whether the user is an app's; {@code false} where Slack does not tell. */
  boolean isBot(String userId);
}
