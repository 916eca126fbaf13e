package io.bellwether.standin.slack.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.standin.slack.Caller;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * One method of the Web API.
 *
 * @param name such as {@code conversations.history}
 * @param tier its rate limit
 * @param tokens which kinds of token it takes; none means that it needs no token
 * @param scopes any one of these is needed; none means that any token will do
 * @param work answers with the body, without {@code ok}; throws {@link SlackError}
 */
record ApiMethod(
    String name,
    Tier tier,
    Set<Caller.Kind> tokens,
    List<String> scopes,
    Function<ApiCall, ObjectNode> work) {
  private static final Set<Caller.Kind> BOT_OR_USER = Set.of(Caller.Kind.BOT, Caller.Kind.USER);

  /** A method for bot and user tokens. */
  static ApiMethod of(
      String name, Tier tier, List<String> scopes, Function<ApiCall, ObjectNode> work) {
    return new ApiMethod(name, tier, BOT_OR_USER, scopes, work);
  }
}
