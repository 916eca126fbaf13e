package io.bellwether.connect.twitter.source.read;

import java.util.Optional;

/**
 * A drain that is under way: pages from a newest post down to where the query was read before.
 *
 * @param untilId what the first page was asked for; pages with a token keep it
 * @param newestId of the first page that had a post
 * @param nextToken of the next page
 */
record Drain(String untilId, Optional<String> newestId, Optional<String> nextToken) {
  /** Everything older than this. */
  static Drain below(String untilId) {
    return new Drain(untilId, Optional.empty(), Optional.empty());
  }

  /** Goes on with a drain that another task began. */
  static Drain resumed(String untilId, String newestId) {
    return new Drain(untilId, Optional.of(newestId), Optional.empty());
  }

  /** The drain after a page. */
  Drain after(Optional<String> newestOfPage, Optional<String> token) {
    return new Drain(untilId, newestId.or(() -> newestOfPage), token);
  }
}
