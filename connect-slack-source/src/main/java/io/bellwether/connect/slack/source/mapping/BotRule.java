package io.bellwether.connect.slack.source.mapping;

import java.util.List;
import java.util.Optional;

/**
 * Which bots are read.
 *
 * @param all whether every one
 * @param listed ids ({@code B...} or {@code U...}) or names of those that are read otherwise
 */
public record BotRule(boolean all, List<String> listed) {
  /** Every bot. */
  public static final BotRule ALL = new BotRule(true, List.of());

  /** No bot. */
  public static final BotRule NONE = new BotRule(false, List.of());

  boolean accepts(SlackMessage message) {
    return all
        || isListed(message.botId())
        || isListed(message.userId())
        || isListed(message.botName());
  }

  private boolean isListed(Optional<String> one) {
    return one.filter(listed::contains).isPresent();
  }
}
