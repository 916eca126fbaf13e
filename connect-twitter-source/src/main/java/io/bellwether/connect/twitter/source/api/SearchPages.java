package io.bellwether.connect.twitter.source.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Ok;
import io.bellwether.connect.remote.Outcome.Retry;
import io.bellwether.connect.twitter.source.mapping.Post;
import io.bellwether.connect.twitter.source.mapping.PostId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads pages of a search, as far as X's schema allows: nothing in it is sure to be there. */
final class SearchPages {
  private static final Logger LOG = LoggerFactory.getLogger(SearchPages.class);

  private SearchPages() {}

  static Outcome<SearchAnswer> read(JsonNode body) {
    JsonNode data = body.path("data");
    JsonNode meta = body.path("meta");
    JsonNode errors = body.path("errors");
    if (!errors.isEmpty()) {
      if (data.isEmpty() && !meta.has("result_count")) {
        return new Retry<>(
            Duration.ZERO, "X gave errors alone: " + Problem.of(body).detail(), true);
      }
      LOG.info("X left out parts of a page: {}", Problem.of(body).detail());
    }
    if (errors.isEmpty() && meta.path("result_count").asInt() > data.size()) {
      return new Retry<>(Duration.ZERO, "X gave fewer posts than it said", true);
    }
    PostReader reader = new PostReader(body.path("includes"));
    List<Post> posts = new ArrayList<>();
    for (JsonNode each : data) {
      reader
          .read(each)
          .ifPresentOrElse(posts::add, () -> LOG.warn("X gave a post without an id: left out"));
    }
    posts.sort(Comparator.comparing(Post::id, PostId.ORDER.reversed()));
    return new Ok<>(
        new SearchAnswer.Page(
            posts,
            id(meta.path("newest_id")).or(() -> posts.stream().map(Post::id).findFirst()),
            Optional.of(meta.path("next_token").asText()).filter(token -> !token.isBlank())));
  }

  private static Optional<String> id(JsonNode value) {
    return Optional.of(value.asText()).filter(PostId::isValid);
  }
}
