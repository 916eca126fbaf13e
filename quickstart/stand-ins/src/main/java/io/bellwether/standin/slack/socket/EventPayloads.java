package io.bellwether.standin.slack.socket;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.standin.slack.App;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Message;
import io.bellwether.standin.slack.Ts;
import io.bellwether.standin.slack.Workspace;
import io.bellwether.standin.slack.WorkspaceEvent;
import io.bellwether.standin.slack.web.Rendering;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Turns what happens into Events API payloads for the apps that are to know. */
final class EventPayloads {
  private final Workspace workspace;
  private final Rendering rendering;
  private final ChannelEvents channelEvents;
  private final AtomicLong events = new AtomicLong();
  private final String run = Long.toString(System.currentTimeMillis(), 36).toUpperCase(Locale.ROOT);

  /** An event for an app. */
  record Addressed(String appId, ObjectNode payload) {}

  EventPayloads(Workspace workspace) {
    this.workspace = workspace;
    this.rendering = new Rendering(workspace);
    this.channelEvents = new ChannelEvents(workspace);
  }

  /** One payload for each app that subscribes to it, is where it happens and may read it. */
  List<Addressed> of(WorkspaceEvent event) {
    Optional<Channel> channel = channelId(event).flatMap(workspace::channel);
    if (channel.isPresent()) {
      String subscription = "message." + channel.get().kind().family();
      return address(channel.get(), subscription, "history", inner(event, channel.get()));
    }
    return channelEvents.of(event).stream()
        .flatMap(each -> address(each.channel(), each.type(), "read", each.event()).stream())
        .toList();
  }

  private List<Addressed> address(
      Channel channel, String subscription, String scope, ObjectNode inner) {
    String eventId = String.format(Locale.ROOT, "Ev%s%06d", run, events.incrementAndGet());
    // A new public channel is told to apps that cannot be in it yet.
    boolean everywhere = scope.equals("read") && !channel.isPrivate();
    return workspace.apps().stream()
        .filter(app -> everywhere || channel.hasMember(app.botUserId()))
        .filter(app -> app.events().contains(subscription))
        .filter(app -> app.scopes().contains(channel.kind().family() + ":" + scope))
        .map(app -> new Addressed(app.appId(), outer(app, channel, inner, eventId)))
        .toList();
  }

  private static Optional<String> channelId(WorkspaceEvent event) {
    if (event instanceof WorkspaceEvent.Posted posted) {
      return Optional.of(posted.message().channelId());
    } else if (event instanceof WorkspaceEvent.Changed changed) {
      return Optional.of(changed.message().channelId());
    } else if (event instanceof WorkspaceEvent.Deleted deleted) {
      return Optional.of(deleted.previous().channelId());
    }
    return Optional.empty();
  }

  private ObjectNode inner(WorkspaceEvent event, Channel channel) {
    ObjectNode inner;
    if (event instanceof WorkspaceEvent.Posted posted) {
      inner = message(posted.message());
      inner.put("event_ts", posted.message().ts());
    } else if (event instanceof WorkspaceEvent.Changed changed) {
      inner = hidden("message_changed", changed.ts());
      inner.set("message", message(changed.message()));
      inner.set("previous_message", message(changed.previous()));
    } else if (event instanceof WorkspaceEvent.Deleted deleted) {
      inner = hidden("message_deleted", deleted.ts());
      inner.put("deleted_ts", deleted.previous().ts());
      inner.set("previous_message", message(deleted.previous()));
    } else {
      throw new IllegalArgumentException("no message event: " + event);
    }
    inner.put("channel", channel.id()).put("channel_type", channel.kind().eventType());
    return inner;
  }

  private ObjectNode message(Message message) {
    return rendering.message(message, true);
  }

  private static ObjectNode hidden(String subtype, String ts) {
    ObjectNode inner = JsonNodeFactory.instance.objectNode();
    inner.put("type", "message").put("subtype", subtype).put("hidden", true);
    return inner.put("ts", ts).put("event_ts", ts);
  }

  private ObjectNode outer(App app, Channel channel, ObjectNode inner, String eventId) {
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    payload.put("team_id", workspace.teamId()).put("context_team_id", workspace.teamId());
    payload.putNull("context_enterprise_id").put("api_app_id", app.appId());
    payload.set("event", inner);
    payload.put("type", "event_callback").put("event_id", eventId);
    payload.put("event_time", Ts.parse(inner.get("event_ts").asText()).orElseThrow().seconds());
    ObjectNode authorization = payload.putArray("authorizations").addObject();
    authorization.putNull("enterprise_id").put("team_id", workspace.teamId());
    authorization.put("user_id", app.botUserId()).put("is_bot", true);
    authorization.put("is_enterprise_install", false);
    payload.put("is_ext_shared_channel", false);
    return payload.put("event_context", "4-" + eventId + "-" + channel.id());
  }
}
