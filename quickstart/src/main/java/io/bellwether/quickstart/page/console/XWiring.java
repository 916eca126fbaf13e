package io.bellwether.quickstart.page.console;

import io.bellwether.quickstart.stack.ConnectorFile;
import io.bellwether.standin.x.Post;
import io.bellwether.standin.x.Timeline;
import io.bellwether.standin.x.XStandIn;
import io.bellwether.standin.x.query.Candidate;
import io.bellwether.standin.x.query.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the console looks at of X.
 *
 * @param source the name of the source connector
 * @param queries that it reads, by name
 */
public record XWiring(Timeline timeline, String source, Map<String, Query> queries) {
  /** As the connector's configuration says. */
  public static XWiring of(XStandIn x, ConnectorFile source) {
    Map<String, Query> queries = new LinkedHashMap<>();
    for (String name : source.config().getOrDefault("queries", "").strip().split("\\s*,\\s*")) {
      String query = source.config().getOrDefault("query." + name, "");
      if (!query.isBlank()) {
        queries.put(name, Query.parse(query));
      }
    }
    return new XWiring(x.timeline(), source.name(), queries);
  }

  /** The names of the queries that find a post. */
  List<String> finding(Post post) {
    Candidate candidate = Candidate.forSearch(timeline, post);
    return queries.entrySet().stream()
        .filter(each -> each.getValue().matches(candidate))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether the source is due to bring a post. */
  public boolean isFound(Post post) {
    return !finding(post).isEmpty();
  }
}
