package io.bellwether.connect.slack;

import java.util.Collection;
import java.util.Optional;

/**
 * A channel.
 *
 * @param id stays the same when the channel is renamed
 * @param name without {@code #}
 * @param isMember whether the app is in it
 */
public record SlackChannel(String id, String name, boolean isMember) {
  /** The channel that a person means by {@code #name}, {@code name} or the id. */
  public static Optional<SlackChannel> find(String nameOrId, Collection<SlackChannel> among) {
    String wanted = nameOrId.startsWith("#") ? nameOrId.substring(1) : nameOrId;
    return among.stream()
        .filter(channel -> channel.id().equals(wanted) || wanted.equals(channel.name()))
        .findFirst();
  }
}
