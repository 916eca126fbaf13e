package io.bellwether.standin.x;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A post, or one version of it.
 *
 * @param text all of it, as people typed it; the API escapes and cuts it
 * @param lang BCP 47, {@code und} where X could not tell
 * @param conversationId the post that the conversation began with
 * @param versions ids of all versions up to this one, oldest first; the last one is this post's
 * @param visibleAtMs when search and stream begin to know it, in milliseconds since 1970: later
 *     than it was made where X's index was late
 */
public record Post(
    long id,
    long authorId,
    String text,
    String lang,
    long conversationId,
    List<Reference> references,
    List<Long> versions,
    Metrics metrics,
    long visibleAtMs) {
  /** Longer texts are notes: the API gives a beginning as text and the whole as note_tweet. */
  public static final int LONGEST_TEXT = 280;

  public Post {
    references = List.copyOf(references);
    versions = List.copyOf(versions);
  }

  /** When it was made, to the millisecond. */
  public Instant createdAt() {
    return Snowflake.time(id);
  }

  /** When search and stream begin to know it. */
  public Instant visibleAt() {
    return Instant.ofEpochMilli(visibleAtMs);
  }

  /** The post that this one refers to in this way. */
  public Optional<Long> referenced(Reference.Kind kind) {
    return references.stream().filter(each -> each.kind() == kind).map(Reference::id).findFirst();
  }

  public boolean isNote() {
    return text.codePointCount(0, text.length()) > LONGEST_TEXT;
  }
}
