package io.bellwether.connect.feedback;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Something a person said, from whatever service; the fields are those of {@code
 * docs/contracts.md}.
 *
 * @param key the event without its version
 * @param version 0 for what was first said, -1 for its deletion; each edit has its own
 * @param source the service
 * @param channel where it was said, if the service has such a thing
 * @param query the search that found it, if there was one
 * @param author who said it
 * @param text as plain text
 * @param rawText as the service gave it
 * @param previousText the plain text before this version, if it is known
 * @param language BCP 47, if the service knows
 * @param url where a person can read it
 * @param thread the id of what this replies to
 * @param saidAt when it was said
 */
public record Feedback(
    String key,
    long version,
    String source,
    Optional<Named> channel,
    Optional<String> query,
    Named author,
    String text,
    String rawText,
    Optional<String> previousText,
    Optional<String> language,
    Optional<String> url,
    Optional<String> thread,
    Instant saidAt) {

  /** Something with an id for machines and a name for people. */
  public record Named(String id, String name) {
    public Named {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(name, "name");
    }
  }

  /** The identity of this version of the event. */
  public String eventId() {
    return key + ":" + version;
  }
}
