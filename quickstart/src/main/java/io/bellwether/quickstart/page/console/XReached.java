package io.bellwether.quickstart.page.console;

import io.bellwether.standin.x.Post;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far the X source has come: a post is passed when every query that finds it has been drained
 * beyond it.
 *
 * @param drained the id up to which everything is done, by the name of the query
 */
record XReached(XWiring wiring, Map<String, Long> drained) implements Passed.Reached {
  @Override
  public boolean covers(EventId id) {
    long post = Long.parseLong(id.message().substring(id.message().indexOf(':') + 1));
    Optional<Post> known = wiring.timeline().byId(post);
    List<String> finding = known.map(wiring::finding).orElse(List.of());
    return !finding.isEmpty()
        && finding.stream().allMatch(query -> drained.getOrDefault(query, 0L) >= post);
  }
}
