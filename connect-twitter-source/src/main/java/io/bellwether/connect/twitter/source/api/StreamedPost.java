package io.bellwether.connect.twitter.source.api;

import io.bellwether.connect.twitter.source.mapping.Post;
import java.util.List;

/**
 * A post of the filtered stream.
 *
 * @param ruleIds the rules that it matches
 */
public record StreamedPost(Post post, List<String> ruleIds) {
  public StreamedPost {
    ruleIds = List.copyOf(ruleIds);
  }
}
