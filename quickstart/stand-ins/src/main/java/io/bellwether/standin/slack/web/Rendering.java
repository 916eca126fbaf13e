package io.bellwether.standin.slack.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Message;
import io.bellwether.standin.slack.User;
import io.bellwether.standin.slack.Workspace;

/** Slack's JSON of users, channels and messages. */
public final class Rendering {
  private final Workspace workspace;

  public Rendering(Workspace workspace) {
    this.workspace = workspace;
  }

  ObjectNode user(User user) {
    ObjectNode json = Json.object();
    json.put("id", user.id()).put("team_id", workspace.teamId()).put("name", user.name());
    json.put("deleted", false).put("color", "9f69e7").put("real_name", user.realName());
    json.put("tz", "Etc/UTC").put("tz_label", "Coordinated Universal Time").put("tz_offset", 0);
    ObjectNode profile = json.putObject("profile");
    profile.put("real_name", user.realName()).put("real_name_normalized", user.realName());
    profile.put("display_name", user.bot() ? "" : user.name());
    profile.put("display_name_normalized", user.bot() ? "" : user.name());
    profile.put("title", "").put("phone", "").put("status_text", "").put("status_emoji", "");
    profile.put("team", workspace.teamId());
    if (user.bot()) {
      profile.put("bot_id", user.botId()).put("api_app_id", user.appId());
    }
    json.put("is_admin", false).put("is_owner", false).put("is_primary_owner", false);
    json.put("is_restricted", false).put("is_ultra_restricted", false);
    json.put("is_bot", user.bot()).put("is_app_user", false).put("updated", 0);
    return json;
  }

  /** A conversation as this user sees it. */
  ObjectNode channel(Channel channel, String viewerId) {
    ObjectNode json = Json.object();
    boolean direct = channel.kind() == Channel.Kind.DIRECT;
    json.put("id", channel.id());
    if (direct) {
      json.put(
          "user",
          channel.memberIds().stream().filter(id -> !id.equals(viewerId)).findFirst().orElse(""));
    } else {
      json.put("name", channel.name()).put("name_normalized", channel.name());
    }
    json.put("is_channel", channel.kind() == Channel.Kind.PUBLIC);
    json.put("is_group", channel.kind() == Channel.Kind.PRIVATE);
    json.put("is_im", direct).put("is_mpim", false).put("is_private", channel.isPrivate());
    json.put("created", channel.created()).put("is_archived", channel.archived());
    json.put("is_general", false).put("unlinked", 0).put("is_shared", false);
    json.put("is_ext_shared", false).put("is_org_shared", false);
    json.put("context_team_id", workspace.teamId()).put("creator", channel.creatorId());
    json.put("is_member", channel.hasMember(viewerId));
    json.put("num_members", channel.memberIds().size());
    json.putObject("topic").put("value", channel.topic()).put("creator", "").put("last_set", 0);
    json.putObject("purpose").put("value", "").put("creator", "").put("last_set", 0);
    channel.previousNames().forEach(json.putArray("previous_names")::add);
    return json;
  }

  /** A message as the history, an answer and an event show it. */
  public ObjectNode message(Message message, boolean allMetadata) {
    ObjectNode json = plain(message, allMetadata);
    if ("thread_broadcast".equals(message.subtype())) {
      workspace
          .log()
          .find(message.channelId(), message.threadTs())
          .ifPresent(root -> json.set("root", message(root, allMetadata)));
    }
    return json;
  }

  private ObjectNode plain(Message message, boolean allMetadata) {
    Message.Details details = message.details();
    ObjectNode json = Json.object();
    json.put("type", "message");
    putIfThere(json, "subtype", message.subtype());
    json.put("user", message.userId()).put("ts", message.ts()).put("text", message.text());
    json.put("team", workspace.teamId());
    putIfThere(json, "client_msg_id", details.clientMsgId());
    putIfThere(json, "username", details.username());
    if ("tombstone".equals(message.subtype())) {
      json.put("hidden", true);
    }
    bot(json, message);
    if (details.blocks() != null) {
      json.set("blocks", details.blocks());
    }
    if (details.attachments() != null) {
      json.set("attachments", details.attachments());
    }
    if (details.editedTs() != null) {
      json.putObject("edited").put("user", details.editedBy()).put("ts", details.editedTs());
    }
    if (details.metadata() != null) {
      ObjectNode metadata = json.putObject("metadata");
      metadata.set("event_type", details.metadata().get("event_type"));
      if (allMetadata) {
        metadata.set("event_payload", details.metadata().get("event_payload"));
      }
    }
    thread(json, message);
    return json;
  }

  private void bot(ObjectNode json, Message message) {
    if (message.botId() == null) {
      return;
    }
    json.put("bot_id", message.botId()).put("app_id", message.appId());
    workspace
        .appById(message.appId())
        .ifPresent(
            app -> {
              ObjectNode profile = json.putObject("bot_profile");
              profile.put("id", app.botId()).put("app_id", app.appId());
              profile.put("user_id", app.botUserId()).put("name", app.name());
              profile.put("deleted", false).put("updated", 0);
              profile.put("team_id", workspace.teamId()).putObject("icons");
            });
  }

  private void thread(ObjectNode json, Message message) {
    if (message.reply()) {
      json.put("thread_ts", message.threadTs());
      workspace
          .log()
          .find(message.channelId(), message.threadTs())
          .ifPresent(parent -> json.put("parent_user_id", parent.userId()));
      return;
    }
    workspace
        .log()
        .thread(message)
        .ifPresent(
            thread -> {
              json.put("thread_ts", message.ts()).put("reply_count", thread.replyCount());
              json.put("reply_users_count", thread.replyUsers().size());
              json.put("latest_reply", thread.latestReply());
              thread.replyUsers().forEach(json.putArray("reply_users")::add);
              json.put("is_locked", false).put("subscribed", false);
            });
  }

  private static void putIfThere(ObjectNode json, String name, String value) {
    if (value != null) {
      json.put(name, value);
    }
  }
}
