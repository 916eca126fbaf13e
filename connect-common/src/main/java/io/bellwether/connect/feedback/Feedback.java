package io.bellwether.connect.feedback;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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
 * @param echo what the service knows of how it spread
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
    Instant saidAt,
    Echo echo) {

  /** Feedback of a service that counts nothing and refers to nothing. */
  public Feedback(
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
    this(
        key,
        version,
        source,
        channel,
        query,
        author,
        text,
        rawText,
        previousText,
        language,
        url,
        thread,
        saidAt,
        Echo.NONE);
  }

  /**
   * How something spread.
   *
   * @param metrics counts by their name, when it was read
   * @param references what it refers to
   */
  public record Echo(Map<String, Long> metrics, List<Reference> references) {
    /** Nothing is known. */
    public static final Echo NONE = new Echo(Map.of(), List.of());

    public Echo {
      metrics = Map.copyOf(metrics);
      references = List.copyOf(references);
    }
  }

  /**
   * Something that this refers to.
   *
   * @param type the service's word for how, such as {@code replied_to}
   * @param id the service's id of it
   */
  public record Reference(String type, String id) {}

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
