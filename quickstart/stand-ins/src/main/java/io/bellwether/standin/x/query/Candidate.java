package io.bellwether.standin.x.query;

import io.bellwether.standin.x.Post;
import io.bellwether.standin.x.Reference;
import io.bellwether.standin.x.Timeline;
import io.bellwether.standin.x.XUser;
import io.bellwether.standin.x.text.Entity;
import io.bellwether.standin.x.text.PostText;
import java.util.Optional;

/** A post that may match, with what the operators ask about it. */
public final class Candidate {
  private final Timeline timeline;
  private final Post post;
  private final PostText text;
  private final boolean folded;
  private final Words words;

  private Candidate(Timeline timeline, Post post, String searched, boolean folded) {
    this.timeline = timeline;
    this.post = post;
    this.folded = folded;
    this.text = PostText.of(post.text());
    this.words = Words.of(searched, folded);
  }

  /** For search: accents do not matter, and since May 2026 no word of a retweet does. */
  public static Candidate forSearch(Timeline timeline, Post post) {
    boolean retweet = post.referenced(Reference.Kind.RETWEETED).isPresent();
    return new Candidate(timeline, post, retweet ? "" : post.text(), true);
  }

  /** For the stream: accents matter, and a quoted post's words count as well. */
  public static Candidate forStream(Timeline timeline, Post post) {
    String quoted =
        post.referenced(Reference.Kind.QUOTED)
            .flatMap(timeline::byId)
            .map(each -> " " + each.text())
            .orElse("");
    return new Candidate(timeline, post, post.text() + quoted, false);
  }

  Post post() {
    return post;
  }

  boolean says(String phrase) {
    return words.contains(Words.of(phrase, folded));
  }

  boolean has(Entity.Kind kind) {
    return !words.words().isEmpty() && text.entities().stream().anyMatch(e -> e.kind() == kind);
  }

  /** Whether it holds this tag, handle or address; an address in part. */
  boolean names(Entity.Kind kind, String value) {
    return !words.words().isEmpty()
        && text.entities().stream()
            .filter(each -> each.kind() == kind)
            .anyMatch(
                each ->
                    kind == Entity.Kind.URL
                        ? Words.of(each.value(), folded).contains(Words.of(value, folded))
                        : each.value().equalsIgnoreCase(value));
  }

  boolean isFrom(String handleOrId) {
    return timeline.userById(post.authorId()).filter(each -> is(each, handleOrId)).isPresent();
  }

  boolean isVerified() {
    return timeline.userById(post.authorId()).filter(XUser::verified).isPresent();
  }

  boolean refersTo(Reference.Kind kind) {
    return post.referenced(kind).isPresent();
  }

  boolean refersTo(Reference.Kind kind, String id) {
    return post.referenced(kind).map(String::valueOf).filter(id::equals).isPresent();
  }

  /** Whether it answers or repeats a post of this person. */
  boolean refersToPostOf(Reference.Kind kind, String handleOrId) {
    Optional<XUser> other =
        post.referenced(kind)
            .flatMap(timeline::byId)
            .flatMap(each -> timeline.userById(each.authorId()));
    return other.filter(each -> is(each, handleOrId)).isPresent();
  }

  private static boolean is(XUser user, String handleOrId) {
    return user.username().equalsIgnoreCase(handleOrId)
        || String.valueOf(user.id()).equals(handleOrId);
  }
}
