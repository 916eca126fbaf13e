package io.bellwether.connect.slack.source.read;

import io.bellwether.connect.slack.SlackTs;

/**
 * What is watched of messages that have been read before.
 *
 * @param windowSeconds how old they may be
 * @param replies whether their threads are
 * @param changes whether their edits and deletions are
 * @param tombstones whether a deletion is told without a value
 */
record Watching(long windowSeconds, boolean replies, boolean changes, boolean tombstones) {
  /** Nothing. */
  static final Watching NOTHING = new Watching(0, false, false, false);

  boolean isOn() {
    return replies || changes;
  }

  /** Whether a message is so old at a time that no look may show what happens to it then. */
  boolean isLate(String message, String at) {
    return SlackTs.ORDER.compare(message, SlackTs.secondsBefore(at, windowSeconds)) < 0;
  }
}
