package io.bellwether.standin.slack.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.standin.slack.User;
import io.bellwether.standin.slack.Workspace;
import java.util.List;

/** {@code users.info} and {@code users.list}. */
final class UserMethods {
  private static final List<String> SCOPES = List.of("users:read");

  private final Workspace workspace;
  private final Rendering rendering;

  UserMethods(Workspace workspace, Rendering rendering) {
    this.workspace = workspace;
    this.rendering = rendering;
  }

  List<ApiMethod> all() {
    return List.of(
        ApiMethod.of("users.info", Tier.FOUR, SCOPES, this::info),
        ApiMethod.of("users.list", Tier.TWO, SCOPES, this::list));
  }

  private ObjectNode info(ApiCall call) {
    User user =
        call.arguments()
            .text("user")
            .flatMap(workspace::user)
            .orElseThrow(() -> new SlackError("user_not_found"));
    ObjectNode body = Json.object();
    body.set("user", rendering.user(user));
    return body;
  }

  /** Without {@code limit} everybody comes at once, as Slack still allows. */
  private ObjectNode list(ApiCall call) {
    Page<User> page =
        Page.of(
            workspace.users(),
            call.arguments().text("cursor"),
            call.arguments().limit(Integer.MAX_VALUE / 2, 1000),
            "user",
            User::id);
    ObjectNode body = Json.object();
    ArrayNode members = body.putArray("members");
    page.items().forEach(user -> members.add(rendering.user(user)));
    body.put("cache_ts", call.at().getEpochSecond());
    page.addCursor(body);
    return body;
  }
}
