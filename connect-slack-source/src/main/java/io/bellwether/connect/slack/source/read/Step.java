package io.bellwether.connect.slack.source.read;

import io.bellwether.connect.slack.source.mapping.Said;

/** What history brought, in the order in which it moves a channel's position. */
sealed interface Step {
  /**
   * A message of the channel.
   *
   * @param settled whether no older message can come any more
   */
  record Message(Said said, boolean settled) implements Step {}

  /** An edit or a deletion that a look at the window shows. */
  record Change(Said said) implements Step {}

  /**
   * The end of what a look shows.
   *
   * @param from what is older was not looked at
   * @param upTo edits up to here were seen
   */
  record Looked(String from, String upTo) implements Step {}

  /** A round through the threads begins; it is to bring the replies up to a timestamp. */
  record RoundBegun(String to) implements Step {}

  /** A reply, those of a thread from old to new. */
  record Reply(String parent, Said said) implements Step {}

  /** Nothing more of this thread. */
  record ThreadDone(String parent) implements Step {}

  /** Nothing more of this round. */
  record RoundDone() implements Step {}
}
