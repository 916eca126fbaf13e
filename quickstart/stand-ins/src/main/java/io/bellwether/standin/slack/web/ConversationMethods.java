package io.bellwether.standin.slack.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.standin.slack.Caller;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Workspace;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Conversations but for their messages: found, made, joined. */
final class ConversationMethods {
  private static final List<String> READ =
      List.of("channels:read", "groups:read", "im:read", "mpim:read");
  private static final Pattern NAME = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{N}_-]{1,80}");
  private static final Set<String> TYPES =
      Set.of("public_channel", "private_channel", "im", "mpim");

  private final Workspace workspace;
  private final Access access;
  private final Rendering rendering;

  ConversationMethods(Workspace workspace, Rendering rendering) {
    this.workspace = workspace;
    this.access = new Access(workspace);
    this.rendering = rendering;
  }

  List<ApiMethod> all() {
    List<String> manage = List.of("channels:manage", "groups:write");
    return List.of(
        ApiMethod.of("conversations.list", Tier.TWO, READ, call -> list(call, channel -> true)),
        ApiMethod.of("users.conversations", Tier.TWO, READ, this::ofUser),
        ApiMethod.of("conversations.info", Tier.THREE, READ, this::info),
        ApiMethod.of("conversations.members", Tier.FOUR, READ, this::members),
        ApiMethod.of(
            "conversations.join",
            Tier.THREE,
            List.of("channels:join", "channels:write"),
            this::join),
        ApiMethod.of("conversations.leave", Tier.THREE, manage, this::leave),
        ApiMethod.of("conversations.create", Tier.TWO, manage, this::create),
        ApiMethod.of("conversations.open", Tier.THREE, List.of("im:write"), this::open));
  }

  private ObjectNode ofUser(ApiCall call) {
    String userId = call.arguments().text("user").orElse(call.caller().userId());
    return list(call, channel -> channel.hasMember(userId));
  }

  private ObjectNode list(ApiCall call, Predicate<Channel> wanted) {
    Arguments arguments = call.arguments();
    Set<String> types = types(arguments.text("types").orElse("public_channel"));
    Caller caller = call.caller();
    boolean archivedToo = !arguments.flag("exclude_archived");
    List<Channel> found =
        workspace.channels().stream()
            .filter(channel -> types.contains(channel.kind().type()))
            .filter(channel -> !channel.isPrivate() || channel.hasMember(caller.userId()))
            .filter(channel -> archivedToo || !channel.archived())
            .filter(wanted)
            .toList();
    types.forEach(type -> needRead(caller, type));
    Page<Channel> page =
        Page.of(found, arguments.text("cursor"), arguments.limit(100, 1000), "team", Channel::id);
    ObjectNode body = Json.object();
    ArrayNode channels = body.putArray("channels");
    page.items().forEach(each -> channels.add(rendering.channel(each, caller.userId())));
    page.addCursor(body);
    return body;
  }

  private static Set<String> types(String given) {
    Set<String> types =
        Arrays.stream(given.split(",")).map(String::strip).collect(Collectors.toSet());
    if (!TYPES.containsAll(types)) {
      throw new SlackError("invalid_types");
    }
    return types;
  }

  private static void needRead(Caller caller, String type) {
    Arrays.stream(Channel.Kind.values())
        .filter(kind -> kind.type().equals(type))
        .forEach(kind -> Access.need(caller, kind.family() + ":read"));
  }

  private ObjectNode info(ApiCall call) {
    Channel channel = access.visible(call.caller(), call.arguments().required("channel"));
    Access.need(call.caller(), channel.kind().family() + ":read");
    return answer(call, channel);
  }

  private ObjectNode members(ApiCall call) {
    Arguments arguments = call.arguments();
    Channel channel = access.visible(call.caller(), arguments.required("channel"));
    Page<String> page =
        Page.of(
            List.copyOf(channel.memberIds()),
            arguments.text("cursor"),
            arguments.limit(100, 1000),
            "user",
            id -> id);
    ObjectNode body = Json.object();
    page.items().forEach(body.putArray("members")::add);
    page.addCursor(body);
    return body;
  }

  private ObjectNode join(ApiCall call) {
    Channel channel = access.visible(call.caller(), call.arguments().required("channel"));
    if (channel.archived()) {
      throw new SlackError("is_archived");
    }
    if (channel.isPrivate()) {
      throw new SlackError("method_not_supported_for_channel_type");
    }
    boolean already = channel.hasMember(call.caller().userId());
    ObjectNode body = answer(call, workspace.join(call.caller().userId(), channel.id()));
    if (already) {
      body.put("warning", "already_in_channel");
      body.putObject("response_metadata").putArray("warnings").add("already_in_channel");
    }
    return body;
  }

  private ObjectNode leave(ApiCall call) {
    Channel channel = access.visible(call.caller(), call.arguments().required("channel"));
    if (!channel.hasMember(call.caller().userId())) {
      return Json.object().put("not_in_channel", true);
    }
    workspace.leave(call.caller().userId(), channel.id());
    return Json.object();
  }

  private ObjectNode create(ApiCall call) {
    String name =
        call.arguments().text("name").orElseThrow(() -> new SlackError("invalid_name_required"));
    boolean isPrivate = call.arguments().flag("is_private");
    Access.need(call.caller(), isPrivate ? "groups:write" : "channels:manage");
    if (name.length() > 80) {
      throw new SlackError("invalid_name_maxlength");
    }
    if (!NAME.matcher(name).matches()) {
      throw new SlackError("invalid_name_specials");
    }
    if (workspace.channel("#" + name).isPresent()) {
      throw new SlackError("name_taken");
    }
    return answer(call, workspace.createChannel(name, isPrivate, call.caller().userId()));
  }

  private ObjectNode open(ApiCall call) {
    Optional<String> known = call.arguments().text("channel");
    if (known.isPresent()) {
      return answer(call, access.visible(call.caller(), known.get()));
    }
    String[] users = call.arguments().required("users").split(",");
    if (users.length != 1) {
      throw new SlackError("users_list_not_supplied");
    }
    if (workspace.user(users[0]).isEmpty()) {
      throw new SlackError("user_not_found");
    }
    return answer(call, workspace.direct(call.caller().userId(), users[0]));
  }

  private ObjectNode answer(ApiCall call, Channel channel) {
    ObjectNode body = Json.object();
    body.set("channel", rendering.channel(channel, call.caller().userId()));
    return body;
  }
}
