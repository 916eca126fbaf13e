package io.bellwether.connect.slack.source.api;

import io.bellwether.connect.slack.source.mapping.Said;
import java.util.List;

/**
 * One page of history, as what it shows of messages that may be known already.
 *
 * @param shown in the order of Slack, newest first
 * @param edited those of them that were edited since the given time
 * @param nextCursor empty after the last page
 */
public record WindowPage(List<Shown> shown, List<Said> edited, String nextCursor) {
  /** Whether older messages of the query are on further pages. */
  public boolean hasMore() {
    return !nextCursor.isEmpty();
  }

  /**
   * A message.
   *
   * @param ts its timestamp
   * @param isTombstone whether it only marks where a message with replies stood
   * @param replyCount how many replies it has
   * @param latestReply timestamp of the newest of them; empty when Slack does not tell
   */
  public record Shown(String ts, boolean isTombstone, int replyCount, String latestReply) {}
}
