package io.bellwether.connect.slack.source.api;

import io.bellwether.connect.remote.Outcome;
import java.util.Optional;

/** What can be asked of the past. Calls block. */
public interface History {
  /** One page of a channel: {@code conversations.history}. */
  Outcome<HistoryPage> read(HistoryQuery query);

  /**
   * The same page for messages that have been read before.
   *
   * @param editedSince which edits are wanted: those made since then, or none
   */
  Outcome<WindowPage> look(HistoryQuery query, Optional<String> editedSince);

  /** One page of a thread, without its parent: {@code conversations.replies}. */
  Outcome<HistoryPage> read(RepliesQuery query);
}
