package io.bellwether.connect.twitter.source.api;

import io.bellwether.connect.twitter.source.mapping.Post;
import java.util.List;
import java.util.Optional;

/** What X answers to a search, besides trouble that passes and refusals of the whole connector. */
public sealed interface SearchAnswer {
  /**
   * A page.
   *
   * @param posts the newest first
   * @param newestId of the page
   * @param nextToken of the next page; empty after the last
   */
  record Page(List<Post> posts, Optional<String> newestId, Optional<String> nextToken)
      implements SearchAnswer {
    public Page {
      posts = List.copyOf(posts);
    }
  }

  /**
   * The ids of the question are older than X looks back.
   *
   * @param smallestId ids must be larger than this, if X said it
   */
  record TooOld(Optional<String> smallestId) implements SearchAnswer {}

  /**
   * The project has read as many posts as it may.
   *
   * @param daily whether the cap is one of a day, else it is that of the billing period
   */
  record Capped(boolean daily) implements SearchAnswer {}
}
