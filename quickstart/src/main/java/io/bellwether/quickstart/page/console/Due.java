package io.bellwether.quickstart.page.console;

import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Message;
import io.bellwether.standin.slack.User;
import io.bellwether.standin.slack.Workspace;
import java.util.Set;

/**
 * Which messages the source is due to bring whatever else it is configured to: what people say in
 * its channels. Replies, bots, edits and deletions are up to its settings; they count as said once
 * they stand in {@code feedback}.
 */
final class Due {
  private static final Set<String> SAYING = Set.of("me_message", "file_share", "thread_broadcast");

  private final Workspace workspace;
  private final Set<String> channels;

  Due(Workspace workspace, Set<String> channels) {
    this.workspace = workspace;
    this.channels = channels;
  }

  boolean isDue(Message message) {
    return (message.subtype() == null || SAYING.contains(message.subtype()))
        && message.inHistory()
        && message.metadata() == null
        && isRead(message.channelId())
        && isPerson(message.userId());
  }

  private boolean isRead(String channelId) {
    return channels.contains(channelId)
        || workspace.channel(channelId).map(Channel::name).filter(channels::contains).isPresent();
  }

  private boolean isPerson(String userId) {
    return workspace.user(userId).filter(user -> !isBot(user)).isPresent();
  }

  private static boolean isBot(User user) {
    return user.bot();
  }
}
