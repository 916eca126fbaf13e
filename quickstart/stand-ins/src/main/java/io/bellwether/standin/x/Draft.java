package io.bellwether.standin.x;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody is about to post.
 *
 * @param late how long search and stream do not know it after it was made
 */
public record Draft(
    XUser author,
    String text,
    String lang,
    List<Reference> references,
    Metrics metrics,
    Duration late) {
  public Draft {
    references = List.copyOf(references);
  }

  /** A plain English post. */
  public static Draft of(XUser author, String text) {
    return new Draft(author, text, "en", List.of(), Metrics.NONE, Duration.ZERO);
  }

  public Draft in(String language) {
    return new Draft(author, text, language, references, metrics, late);
  }

  public Draft replyTo(Post post) {
    return with(Reference.Kind.REPLIED_TO, post);
  }

  public Draft quoting(Post post) {
    return with(Reference.Kind.QUOTED, post);
  }

  /** X gives such a post the text {@code RT @author: ...}; so does the timeline. */
  public Draft retweeting(Post post) {
    return with(Reference.Kind.RETWEETED, post);
  }

  public Draft withMetrics(Metrics changed) {
    return new Draft(author, text, lang, references, changed, late);
  }

  public Draft late(Duration changed) {
    return new Draft(author, text, lang, references, metrics, changed);
  }

  private Draft with(Reference.Kind kind, Post post) {
    List<Reference> more = new ArrayList<>(references);
    more.add(new Reference(kind, post.id()));
    return new Draft(author, text, lang, more, metrics, late);
  }
}
