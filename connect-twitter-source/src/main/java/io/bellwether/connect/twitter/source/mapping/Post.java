package io.bellwether.connect.twitter.source.mapping;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A post as X gives it, in one of its versions. What X left out is empty.
 *
 * @param id of this version
 * @param text in full, with X's entities and short links
 * @param links the short links in the text
 * @param author empty when X did not say who it was
 * @param history ids of all versions up to now, the oldest first; empty when X did not say
 * @param references to other posts
 * @param metrics counts by X's names
 */
public record Post(
    String id,
    String text,
    List<Link> links,
    Optional<Author> author,
    Optional<Instant> createdAt,
    Optional<String> language,
    List<String> history,
    List<Reference> references,
    Map<String, Long> metrics) {

  /** A short link and where it leads. */
  public record Link(String shortUrl, String target) {}

  /**
   * Who made the post.
   *
   * @param name that people see, if X said it
   * @param username without the @, if X said it
   */
  public record Author(String id, Optional<String> name, Optional<String> username) {}

  /** Another post, and how this one refers to it: {@code replied_to}, {@code quoted}. */
  public record Reference(String type, String id) {}

  public Post {
    links = List.copyOf(links);
    history = List.copyOf(history);
    references = List.copyOf(references);
    metrics = Map.copyOf(metrics);
  }
}
