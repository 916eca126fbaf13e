package io.bellwether.connect.twitter.source.read;

import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Ok;
import io.bellwether.connect.twitter.source.api.Rule;
import io.bellwether.connect.twitter.source.api.RulePage;
import io.bellwether.connect.twitter.source.api.XApi;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the app's rules those that the queries need. The list belongs to the app, not to us: only
 * rules that carry this connector's tag are ever removed. A rule of somebody else with the same
 * value is used as it is, because X allows no second one.
 */
final class StreamRules {
  private final XApi api;
  private final String prefix;
  private final Map<String, String> queries;

  /**
   * @param connector its name, part of the tags
   * @param queries in X's language, by name
   */
  StreamRules(XApi api, String connector, Map<String, String> queries) {
    this.api = api;
    this.prefix = "bellwether/" + connector + "/";
    this.queries = queries;
  }

  /** Compares and changes; gives the name of the query of each rule, by the rule's id. */
  Outcome<Map<String, String>> align() {
    return all(Optional.empty(), new ArrayList<>()).then(this::change);
  }

  private Outcome<List<Rule>> all(Optional<String> page, List<Rule> found) {
    return api.rules(page)
        .then(
            rules -> {
              found.addAll(rules.rules());
              return rules.nextToken().isPresent()
                  ? all(rules.nextToken(), found)
                  : new Ok<>(found);
            });
  }

  private Outcome<Map<String, String>> change(List<Rule> present) {
    List<String> stale = present.stream().filter(this::isStale).map(Rule::id).toList();
    List<Rule> kept = present.stream().filter(rule -> !stale.contains(rule.id())).toList();
    List<Rule> missing =
        queries.entrySet().stream()
            .filter(query -> kept.stream().noneMatch(has(query.getValue())))
            .map(query -> new Rule("", query.getValue(), prefix + query.getKey()))
            .toList();
    Outcome<List<Rule>> removed =
        stale.isEmpty() ? new Ok<>(kept) : api.removeRules(stale).map(done -> kept);
    return removed.then(
        left -> missing.isEmpty() ? new Ok<>(byId(left)) : added(left, api.addRules(missing)));
  }

  private Outcome<Map<String, String>> added(List<Rule> kept, Outcome<RulePage> answer) {
    return answer.map(
        page -> {
          List<Rule> all = new ArrayList<>(kept);
          all.addAll(page.rules());
          return byId(all);
        });
  }

  /** Ours, but of a query that is gone or has changed. */
  private boolean isStale(Rule rule) {
    return rule.tag().startsWith(prefix)
        && !rule.value().equals(queries.get(rule.tag().substring(prefix.length())));
  }

  private static java.util.function.Predicate<Rule> has(String value) {
    return rule -> rule.value().equals(value);
  }

  private Map<String, String> byId(List<Rule> rules) {
    Map<String, String> names = new HashMap<>();
    queries.forEach(
        (name, value) ->
            rules.stream().filter(has(value)).forEach(rule -> names.putIfAbsent(rule.id(), name)));
    return names;
  }
}
