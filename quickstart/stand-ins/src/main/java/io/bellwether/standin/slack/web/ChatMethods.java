package io.bellwether.standin.slack.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.standin.slack.Caller;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Draft;
import io.bellwether.standin.slack.Message;
import io.bellwether.standin.slack.Workspace;
import java.util.List;
import java.util.Optional;

/** Posting, changing and deleting messages. */
final class ChatMethods {
  private static final List<String> WRITE = List.of("chat:write");

  private final Workspace workspace;
  private final Access access;
  private final Rendering rendering;
  private final PostingLimit postingLimit;

  ChatMethods(Workspace workspace, Rendering rendering, PostingLimit postingLimit) {
    this.workspace = workspace;
    this.access = new Access(workspace);
    this.rendering = rendering;
    this.postingLimit = postingLimit;
  }

  List<ApiMethod> all() {
    return List.of(
        ApiMethod.of("chat.postMessage", Tier.SPECIAL, WRITE, this::post),
        ApiMethod.of("chat.update", Tier.THREE, WRITE, this::update),
        ApiMethod.of("chat.delete", Tier.THREE, WRITE, this::delete),
        ApiMethod.of("chat.getPermalink", Tier.SPECIAL, List.of(), this::permalink));
  }

  private ObjectNode post(ApiCall call) {
    Caller caller = call.caller();
    Arguments arguments = call.arguments();
    Channel channel = access.postable(caller, arguments.required("channel"));
    Content content = Content.of(arguments);
    postingLimit.take(caller.app(), channel, call.at());
    Optional<String> username =
        arguments
            .text("username")
            .filter(name -> caller.app().scopes().contains("chat:write.customize"));
    Optional<Message> parent =
        arguments.text("thread_ts").map(threadTs -> parent(channel, threadTs));
    String subtype =
        parent.isPresent() && arguments.flag("reply_broadcast")
            ? "thread_broadcast"
            : username.map(name -> "bot_message").orElse(null);
    Message message =
        workspace
            .log()
            .post(
                channel.id(),
                new Draft(
                    caller.userId(),
                    caller.app(),
                    content.text(),
                    parent.map(Message::ts).orElse(null),
                    subtype,
                    content.details(username.orElse(null))));
    ObjectNode body = Json.object();
    body.put("channel", channel.id()).put("ts", message.ts());
    body.set("message", rendering.message(message, true));
    return content.warn(body);
  }

  /** A reply's ts stands for its parent's, as in Slack. */
  private Message parent(Channel channel, String threadTs) {
    Message named =
        workspace
            .log()
            .find(channel.id(), threadTs)
            .orElseThrow(() -> new SlackError("thread_not_found"));
    return named.reply()
        ? workspace.log().find(channel.id(), named.threadTs()).orElse(named)
        : named;
  }

  private ObjectNode update(ApiCall call) {
    Arguments arguments = call.arguments();
    Channel channel = access.postable(call.caller(), arguments.required("channel"));
    Message message = own(call.caller(), channel, arguments.required("ts"), "cant_update_message");
    Content content = Content.of(arguments);
    Message.Details old = message.details();
    Message.Details fresh = content.details(old.username());
    Message.Details kept =
        fresh.metadata() == null
            ? new Message.Details(
                fresh.blocks(),
                fresh.attachments(),
                old.metadata(),
                old.clientMsgId(),
                old.username(),
                null,
                null)
            : fresh;
    Message edited = workspace.log().edit(message, content.text(), kept, call.caller().userId());
    ObjectNode body = Json.object();
    body.put("channel", channel.id()).put("ts", edited.ts()).put("text", edited.text());
    body.set("message", rendering.message(edited, true));
    return body;
  }

  private ObjectNode delete(ApiCall call) {
    Arguments arguments = call.arguments();
    Channel channel = access.postable(call.caller(), arguments.required("channel"));
    Message message = own(call.caller(), channel, arguments.required("ts"), "cant_delete_message");
    workspace.log().delete(channel.id(), message.ts());
    return Json.object().put("channel", channel.id()).put("ts", message.ts());
  }

  private Message own(Caller caller, Channel channel, String ts, String notYours) {
    Message message =
        workspace
            .log()
            .find(channel.id(), ts)
            .orElseThrow(() -> new SlackError("message_not_found"));
    if (!message.userId().equals(caller.userId()) || "channel_join".equals(message.subtype())) {
      throw new SlackError(notYours);
    }
    return message;
  }

  private ObjectNode permalink(ApiCall call) {
    Channel channel = access.visible(call.caller(), call.arguments().required("channel"));
    Message message =
        workspace
            .log()
            .find(channel.id(), call.arguments().required("message_ts"))
            .orElseThrow(() -> new SlackError("message_not_found"));
    String link =
        workspace.url() + "archives/" + channel.id() + "/p" + message.ts().replace(".", "");
    String inThread =
        message.reply() ? "?thread_ts=" + message.threadTs() + "&cid=" + channel.id() : "";
    return Json.object().put("channel", channel.id()).put("permalink", link + inThread);
  }
}
