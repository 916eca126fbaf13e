package io.bellwether.standin.x;

/**
 * A post that another one refers to.
 *
 * @param id of the post that is referred to
 */
public record Reference(Kind kind, long id) {
  /** How. */
  public enum Kind {
    REPLIED_TO,
    QUOTED,
    RETWEETED
  }
}
