package io.bellwether.standin.slack.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.standin.slack.App;
import io.bellwether.standin.slack.Caller;
import io.bellwether.standin.slack.Workspace;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Who am I, where am I, and the way to a socket. */
final class AuthMethods {
  private final Workspace workspace;
  private final Function<App, String> openSocket;

  /** {@code openSocket} gives the address for one connection of the app. */
  AuthMethods(Workspace workspace, Function<App, String> openSocket) {
    this.workspace = workspace;
    this.openSocket = openSocket;
  }

  List<ApiMethod> all() {
    return List.of(
        new ApiMethod("api.test", Tier.FOUR, Set.of(), List.of(), this::apiTest),
        new ApiMethod(
            "auth.test", Tier.SPECIAL, Set.of(Caller.Kind.values()), List.of(), this::authTest),
        new ApiMethod(
            "apps.connections.open",
            Tier.ONE,
            Set.of(Caller.Kind.APP),
            List.of(),
            call -> Json.object().put("url", openSocket.apply(call.caller().app()))),
        ApiMethod.of("team.info", Tier.THREE, List.of("team:read"), this::teamInfo));
  }

  private ObjectNode apiTest(ApiCall call) {
    call.arguments()
        .text("error")
        .ifPresent(
            error -> {
              throw new SlackError(error);
            });
    ObjectNode body = Json.object();
    ObjectNode args = body.putObject("args");
    call.arguments().withoutToken().forEach(args::put);
    return body;
  }

  private ObjectNode authTest(ApiCall call) {
    Caller caller = call.caller();
    ObjectNode body = Json.object();
    if (caller.kind() == Caller.Kind.APP) {
      // An app-level token belongs to the app, not to a user of the workspace.
      return body.put("app_name", caller.app().name()).put("app_id", caller.app().appId());
    }
    body.put("url", workspace.url()).put("team", workspace.teamName());
    body.put("user", workspace.user(caller.userId()).orElseThrow().name());
    body.put("team_id", workspace.teamId()).put("user_id", caller.userId());
    if (caller.kind() == Caller.Kind.BOT) {
      body.put("bot_id", caller.app().botId());
    }
    return body.put("is_enterprise_install", false);
  }

  private ObjectNode teamInfo(ApiCall call) {
    ObjectNode body = Json.object();
    ObjectNode team = body.putObject("team");
    team.put("id", workspace.teamId()).put("name", workspace.teamName());
    team.put("url", workspace.url()).put("domain", workspace.teamName());
    team.put("email_domain", "").putObject("icon").put("image_default", true);
    return body;
  }
}
