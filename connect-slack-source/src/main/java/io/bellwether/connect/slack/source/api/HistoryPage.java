package io.bellwether.connect.slack.source.api;

import io.bellwether.connect.slack.source.mapping.Said;
import java.util.List;

/**
 * One page of history, mapped.
 *
 * @param messages in the order of Slack, newest first
 * @param nextCursor empty after the last page
 */
public record HistoryPage(List<Said> messages, String nextCursor) {
  /** Whether older messages of the query are on further pages. */
  public boolean hasMore() {
    return !nextCursor.isEmpty();
  }
}
