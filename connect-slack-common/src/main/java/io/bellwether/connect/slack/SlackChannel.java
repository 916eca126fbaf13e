package io.bellwether.connect.slack;

import java.util.Collection;
import java.util.Optional;

/**
 * A channel, or a direct conversation.
 *
 * @param id stays the same when the channel is renamed
 * @param name without {@code #}; null for a direct conversation of two
 * @param isMember whether the app is in it
 * @param isPublic whether anybody may join it
 * @param isDirect whether it is a direct conversation, of two or more
 */
public record SlackChannel(
    String id, String name, boolean isMember, boolean isPublic, boolean isDirect) {
  /** A public channel. */
  public SlackChannel(String id, String name, boolean isMember) {
    this(id, name, isMember, true, false);
  }

  /** The channel that a person means by {@code #name}, {@code name} or the id. */
  public static Optional<SlackChannel> find(String nameOrId, Collection<SlackChannel> among) {
    String wanted = nameOrId.startsWith("#") ? nameOrId.substring(1) : nameOrId;
    return among.stream()
        .filter(channel -> channel.id().equals(wanted) || wanted.equals(channel.name()))
        .findFirst();
  }
}
