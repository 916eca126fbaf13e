package io.bellwether.connect.twitter.source.read;

import io.bellwether.connect.twitter.source.mapping.PostId;
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

  /** The newest id that is read when the drain is over, whether there is a post of it or not. */
  String covered() {
    return PostId.before(untilId);
  }
}
