package io.bellwether.connect.twitter.source.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Ok;
import io.bellwether.connect.remote.Outcome.Reject;
import io.bellwether.connect.remote.Outcome.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rules that X lists or has just added.
 *
 * @param nextToken of the next page; empty after the last
 */
public record RulePage(List<Rule> rules, Optional<String> nextToken) {
  public RulePage {
    rules = List.copyOf(rules);
  }

  static Outcome<RulePage> read(JsonNode body) {
    if (!body.path("errors").isEmpty()) {
      Problem problem = Problem.of(body);
      return new Reject<>(Scope.ITEM, problem.code("invalid-rules"), "X says: " + problem.detail());
    }
    List<Rule> rules = new ArrayList<>();
    for (JsonNode rule : body.path("data")) {
      rules.add(
          new Rule(
              rule.path("id").asText(), rule.path("value").asText(), rule.path("tag").asText()));
    }
    return new Ok<>(
        new RulePage(
            rules,
            Optional.of(body.path("meta").path("next_token").asText())
                .filter(token -> !token.isBlank())));
  }
}
