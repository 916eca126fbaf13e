package io.bellwether.standin.slack.web;

import io.bellwether.standin.slack.Caller;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Workspace;
import java.util.TreeSet;

/** Which conversations a caller may see, read and post to. */
final class Access {
  private final Workspace workspace;

  Access(Workspace workspace) {
    this.workspace = workspace;
  }

  /** A conversation that the caller may know of, by id; others do not exist for it. */
  Channel visible(Caller caller, String id) {
    return workspace
        .channel(id)
        .filter(channel -> channel.id().equals(id))
        .filter(channel -> !channel.isPrivate() || channel.hasMember(caller.userId()))
        .orElseThrow(() -> new SlackError("channel_not_found"));
  }

  /** A conversation whose messages the caller may read. People may read any public channel. */
  Channel readable(Caller caller, String id) {
    Channel channel = visible(caller, id);
    need(caller, channel.kind().family() + ":history");
    if (caller.kind() == Caller.Kind.BOT && !channel.hasMember(caller.userId())) {
      throw new SlackError("not_in_channel");
    }
    return channel;
  }

  /** A conversation that the caller may post to, by id or by name with or without the hash. */
  Channel postable(Caller caller, String idOrName) {
    Channel channel =
        workspace
            .channel(idOrName)
            .filter(each -> !each.isPrivate() || each.hasMember(caller.userId()))
            .orElseThrow(() -> new SlackError("channel_not_found"));
    if (channel.archived()) {
      throw new SlackError("is_archived");
    }
    if (!channel.hasMember(caller.userId())
        && !caller.app().scopes().contains("chat:write.public")) {
      throw new SlackError("not_in_channel");
    }
    return channel;
  }

  /** Throws {@code missing_scope} unless the caller's app has this scope. */
  static void need(Caller caller, String scope) {
    if (!caller.app().scopes().contains(scope)) {
      throw SlackError.missingScope(scope, new TreeSet<>(caller.app().scopes()));
    }
  }
}
