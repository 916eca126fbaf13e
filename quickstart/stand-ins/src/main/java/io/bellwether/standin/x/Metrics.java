package io.bellwether.standin.x;

/** How often a post was reposted, answered, liked, quoted, bookmarked and seen. */
public record Metrics(
    long reposts, long replies, long likes, long quotes, long bookmarks, long impressions) {
  public static final Metrics NONE = new Metrics(0, 0, 0, 0, 0, 0);
}
