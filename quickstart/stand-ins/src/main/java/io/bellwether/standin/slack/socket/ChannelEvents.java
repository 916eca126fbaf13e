package io.bellwether.standin.slack.socket;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Ts;
import io.bellwether.standin.slack.Workspace;
import io.bellwether.standin.slack.WorkspaceEvent;
import java.util.ArrayList;
import java.util.List;

/** Events about channels themselves; apps get them only when they subscribe to them by name. */
final class ChannelEvents {
  private final Workspace workspace;

  /** An event by its subscription's name. */
  record Named(Channel channel, String type, ObjectNode event) {}

  ChannelEvents(Workspace workspace) {
    this.workspace = workspace;
  }

  List<Named> of(WorkspaceEvent event) {
    if (event instanceof WorkspaceEvent.ChannelCreated created && !created.channel().isPrivate()) {
      return List.of(about("channel_created", created.channel()));
    }
    return event instanceof WorkspaceEvent.ChannelChanged changed
        ? changes(changed.previous(), changed.channel())
        : List.of();
  }

  private List<Named> changes(Channel before, Channel after) {
    String family = after.isPrivate() ? "group" : "channel";
    List<Named> changes = new ArrayList<>();
    if (!before.name().equals(after.name())) {
      changes.add(about(family + "_rename", after));
    }
    if (before.archived() != after.archived()) {
      changes.add(byId(family + (after.archived() ? "_archive" : "_unarchive"), after));
    }
    after.memberIds().stream()
        .filter(id -> !before.hasMember(id))
        .forEach(id -> changes.add(member("member_joined_channel", after, id)));
    before.memberIds().stream()
        .filter(id -> !after.hasMember(id))
        .forEach(id -> changes.add(member("member_left_channel", after, id)));
    return changes;
  }

  private Named about(String type, Channel channel) {
    ObjectNode event = event(type);
    ObjectNode about = event.putObject("channel");
    about.put("id", channel.id()).put("name", channel.name());
    about.put("created", channel.created()).put("creator", channel.creatorId());
    return new Named(channel, type, event);
  }

  private Named byId(String type, Channel channel) {
    return new Named(channel, type, event(type).put("channel", channel.id()));
  }

  private Named member(String type, Channel channel, String userId) {
    ObjectNode event = event(type).put("user", userId).put("channel", channel.id());
    event.put("channel_type", channel.isPrivate() ? "G" : "C").put("team", workspace.teamId());
    return new Named(channel, type, event);
  }

  private ObjectNode event(String type) {
    ObjectNode event = JsonNodeFactory.instance.objectNode().put("type", type);
    return event.put("event_ts", Ts.of(workspace.now()).toString());
  }
}
