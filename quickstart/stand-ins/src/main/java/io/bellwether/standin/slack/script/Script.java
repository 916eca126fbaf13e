package io.bellwether.standin.slack.script;

import io.bellwether.standin.slack.App;
import io.bellwether.standin.slack.Workspace;

/**
 * How much is said in a conversation of three acts: what stands there before a reader starts, what
 * is said afterwards, and what is changed of it once it has been read.
 *
 * @param channels how many channels
 * @param messages said in the second act, those of a bot included, replies not
 * @param threads how many threads are replied to in the second act; half of their parents are of
 *     the first act
 * @param replies said in the second act, evenly over the threads; every twentieth also shows in the
 *     channel
 * @param edits in the third act; every fifth is one of a reply
 * @param deletes in the third act; every fifth is one of a reply, and one is of a thread's parent
 * @param bots how many of the messages a bot posts
 * @param joins how many people join a channel in the second act; Slack shows it as a message, but
 *     nobody says anything
 * @param own how often the reading app itself posts in the second act; it must not read that
 * @param seed decides the order
 */
public record Script(
    int channels,
    int messages,
    int threads,
    int replies,
    int edits,
    int deletes,
    int bots,
    int joins,
    int own,
    long seed) {
  /** 3 channels, 300 messages, 40 threads with 120 replies, 20 edits, 10 deletes, a bot, joins. */
  public static Script standard(long seed) {
    return new Script(3, 300, 40, 120, 20, 10, 30, 9, 6, seed);
  }

  /**
   * Plays the first act: the channels exist, the app is in them, and the old parents stand there,
   * each with a reply of its own time.
   *
   * @param reader the app that is to read
   * @param name begins the channels' names
   */
  public Play begin(Workspace workspace, App reader, String name) {
    return new Play(this, workspace, reader, name);
  }
}
