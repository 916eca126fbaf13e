package io.bellwether.connect.twitter.source.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.connect.twitter.source.mapping.Post;
import io.bellwether.connect.twitter.source.mapping.PostId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads posts out of JSON. Nearly every field is optional in X's schema, and the schema of 2026
 * also knows other names ({@code post} for {@code tweet}); both are read.
 */
final class PostReader {
  private final Map<String, JsonNode> users = new HashMap<>();

  /**
   * @param includes the expanded objects of an answer
   */
  PostReader(JsonNode includes) {
    includes.path("users").forEach(user -> users.put(user.path("id").asText(), user));
  }

  /** A post; empty when it has no id, so that nothing can be done with it. */
  Optional<Post> read(JsonNode post) {
    String id = post.path("id").asText();
    if (!PostId.isValid(id)) {
      return Optional.empty();
    }
    JsonNode note = either(post, "note_tweet", "note_post");
    JsonNode full = note.path("text").isTextual() ? note : post;
    return Optional.of(
        new Post(
            id,
            full.path("text").asText(),
            links(full.path("entities")),
            author(post),
            time(post.path("created_at")),
            text(post, "lang"),
            history(either(post, "edit_history_tweet_ids", "edit_history_post_ids")),
            references(either(post, "referenced_tweets", "referenced_posts")),
            metrics(post.path("public_metrics"))));
  }

  private static JsonNode either(JsonNode node, String name, String newName) {
    return node.has(name) ? node.get(name) : node.path(newName);
  }

  private static Optional<String> text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isTextual() && !value.asText().isBlank()
        ? Optional.of(value.asText())
        : Optional.empty();
  }

  private Optional<Post.Author> author(JsonNode post) {
    return text(post, "author_id")
        .map(
            id -> {
              JsonNode user = users.get(id);
              return user == null
                  ? new Post.Author(id, Optional.empty(), text(post, "username"))
                  : new Post.Author(id, text(user, "name"), text(user, "username"));
            });
  }

  private static Optional<Instant> time(JsonNode value) {
    try {
      return value.isTextual() ? Optional.of(Instant.parse(value.asText())) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static List<Post.Link> links(JsonNode entities) {
    List<Post.Link> links = new ArrayList<>();
    for (JsonNode url : entities.path("urls")) {
      Optional<String> shortUrl = text(url, "url");
      Optional<String> target = text(url, "unwound_url").or(() -> text(url, "expanded_url"));
      if (shortUrl.isPresent() && target.isPresent()) {
        links.add(new Post.Link(shortUrl.get(), target.get()));
      }
    }
    return links;
  }

  private static List<String> history(JsonNode ids) {
    List<String> history = new ArrayList<>();
    ids.forEach(id -> history.add(id.asText()));
    return history;
  }

  private static List<Post.Reference> references(JsonNode posts) {
    List<Post.Reference> references = new ArrayList<>();
    for (JsonNode each : posts) {
      Optional<String> id = text(each, "id");
      Optional<String> type = text(each, "type");
      if (id.isPresent() && type.isPresent()) {
        references.add(new Post.Reference(type.get(), id.get()));
      }
    }
    return references;
  }

  private static Map<String, Long> metrics(JsonNode counts) {
    Map<String, Long> metrics = new HashMap<>();
    for (Map.Entry<String, JsonNode> each : counts.properties()) {
      if (each.getValue().canConvertToLong()) {
        metrics.put(each.getKey(), each.getValue().asLong());
      }
    }
    return metrics;
  }
}
