package io.bellwether.standin.slack;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that a workspace holds, changed only by applying journal entries. Guarded by its workspace.
 */
final class State {
  final Map<String, User> users = new LinkedHashMap<>();
  final Map<String, App> apps = new LinkedHashMap<>();
  final Map<String, Channel> channels = new LinkedHashMap<>();
  final Map<String, ChannelLog> logs = new LinkedHashMap<>();
  final Set<String> revoked = new HashSet<>();
  String teamId = "";
  String teamName = "";
  private int ids;

  /** The next unused id; the ids of all kinds share one sequence. */
  String nextId(String prefix) {
    ids++;
    return String.format(Locale.ROOT, "%s%010d", prefix, ids);
  }

  void apply(Entry entry) {
    if (entry instanceof Entry.TeamNamed team) {
      seen(team.id());
      teamId = team.id();
      teamName = team.name();
    } else if (entry instanceof Entry.UserAdded added) {
      seen(added.user().id());
      users.put(added.user().id(), added.user());
    } else if (entry instanceof Entry.AppSet set) {
      seen(set.app().appId());
      seen(set.app().botId());
      apps.put(set.app().appId(), set.app());
    } else if (entry instanceof Entry.ChannelSet set) {
      seen(set.channel().id());
      channels.put(set.channel().id(), set.channel());
      logs.computeIfAbsent(set.channel().id(), id -> new ChannelLog());
    } else if (entry instanceof Entry.Revoked token) {
      revoked.add(token.appId() + ":" + token.token());
    } else {
      applyMessage(entry);
    }
  }

  private void applyMessage(Entry entry) {
    if (entry instanceof Entry.Posted posted) {
      logs.get(posted.message().channelId()).put(posted.message());
    } else if (entry instanceof Entry.Changed changed) {
      ChannelLog log = logs.get(changed.message().channelId());
      log.put(changed.message());
      log.used(Ts.parse(changed.ts()).orElseThrow());
    } else if (entry instanceof Entry.Deleted deleted) {
      ChannelLog log = logs.get(deleted.channelId());
      log.remove(log.get(Ts.parse(deleted.messageTs()).orElseThrow()));
      log.used(Ts.parse(deleted.ts()).orElseThrow());
    } else {
      throw new IllegalStateException("unknown entry " + entry.getClass());
    }
  }

  Optional<App> app(String name) {
    return apps.values().stream().filter(app -> app.name().equals(name)).findFirst();
  }

  Optional<User> person(String name) {
    return users.values().stream()
        .filter(user -> !user.bot() && user.name().equals(name))
        .findFirst();
  }

  /** Whoever has this handle, person or bot user. */
  Optional<User> handle(String name) {
    return users.values().stream().filter(user -> user.name().equals(name)).findFirst();
  }

  Optional<Channel> channel(String nameOrId) {
    Channel byId = channels.get(nameOrId);
    String name = nameOrId.startsWith("#") ? nameOrId.substring(1) : nameOrId;
    return byId != null
        ? Optional.of(byId)
        : channels.values().stream()
            .filter(each -> each.kind() != Channel.Kind.DIRECT && each.name().equals(name))
            .findFirst();
  }

  private void seen(String id) {
    if (!id.equals(Workspace.SLACKBOT)) {
      ids = Math.max(ids, Integer.parseInt(id.substring(1)));
    }
  }
}
