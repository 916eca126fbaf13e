package io.bellwether.standin.x.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.standin.x.Post;
import io.bellwether.standin.x.Reference;
import io.bellwether.standin.x.Timeline;
import io.bellwether.standin.x.XUser;
import io.bellwether.standin.x.text.Entity;
import io.bellwether.standin.x.text.PostText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an answer holds beside its posts: the objects they point to, and those that are gone. */
final class Includes {
  private final Timeline timeline;
  private final Rendering rendering;
  private final View view;
  private final Map<Long, XUser> users = new LinkedHashMap<>();
  private final Map<Long, Post> posts = new LinkedHashMap<>();
  private final ArrayNode errors = Json.array();

  Includes(Timeline timeline, Rendering rendering, View view) {
    this.timeline = timeline;
    this.rendering = rendering;
    this.view = view;
  }

  /** Puts {@code includes} and {@code errors} into the answer where there are any. */
  void into(ObjectNode answer, List<Post> given) {
    given.forEach(this::expand);
    ObjectNode includes = Json.object();
    users
        .values()
        .forEach(user -> includes.withArray("users").add(Rendering.user(user, view.userFields())));
    posts
        .values()
        .forEach(post -> includes.withArray("tweets").add(rendering.post(post, view.postFields())));
    if (!includes.isEmpty()) {
      answer.set("includes", includes);
    }
    if (!errors.isEmpty()) {
      answer.set("errors", errors);
    }
  }

  private void expand(Post post) {
    if (view.expansions().contains("author_id")) {
      user(post.authorId());
    }
    if (view.expansions().contains("in_reply_to_user_id")) {
      post.referenced(Reference.Kind.REPLIED_TO)
          .flatMap(timeline::byId)
          .ifPresent(other -> user(other.authorId()));
    }
    if (view.expansions().contains("entities.mentions.username")) {
      PostText.of(post.text()).entities().stream()
          .filter(each -> each.kind() == Entity.Kind.MENTION)
          .forEach(each -> timeline.known(each.value()).ifPresent(u -> users.put(u.id(), u)));
    }
    if (view.expansions().contains("edit_history_tweet_ids")) {
      post.versions().stream()
          .filter(id -> id != post.id())
          .forEach(id -> timeline.byId(id).ifPresent(each -> posts.put(id, each)));
    }
    boolean authors = view.expansions().contains("referenced_tweets.id.author_id");
    if (authors || view.expansions().contains("referenced_tweets.id")) {
      post.references().forEach(each -> reference(each, authors));
    }
  }

  private void reference(Reference reference, boolean author) {
    Optional<Post> other = timeline.byId(reference.id());
    if (other.isEmpty()) {
      errors.add(notFound(reference.id()));
      return;
    }
    posts.put(reference.id(), other.get());
    if (author) {
      user(other.get().authorId());
    }
  }

  private void user(long id) {
    timeline.userById(id).ifPresent(user -> users.put(id, user));
  }

  /** A partial error: the answer is good, but something it points to is gone. */
  static ObjectNode notFound(long id) {
    String gone = Rendering.id(id);
    return Json.object()
        .put("value", gone)
        .put("detail", "Could not find tweet with referenced_tweets.id: [" + gone + "].")
        .put("title", "Not Found Error")
        .put("resource_type", "tweet")
        .put("parameter", "referenced_tweets.id")
        .put("resource_id", gone)
        .put("type", Problem.type("resource-not-found"));
  }
}
