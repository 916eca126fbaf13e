package io.bellwether.chaos.source;

import io.bellwether.chaos.lab.Hunt;
import io.bellwether.standin.slack.App;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.SlackStandIn;
import io.bellwether.standin.slack.script.Expected;
import io.bellwether.standin.slack.script.Play;
import io.bellwether.standin.slack.script.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What people do in Slack during a run: they talk, step by step, and then change some of what they
 * have said. What stands there before is older than the reader's start.
 */
final class Conversation implements Hunt.Steps {
  private final Play play;
  private final int steps;
  private int said;

  Conversation(Script script, SlackStandIn slack, App reader) {
    play = script.begin(slack.workspace(), reader, "chaos");
    steps = play.left();
  }

  List<Channel> channels() {
    return play.channels();
  }

  /** Where the reader is to start, as its configuration takes it. */
  String start() {
    return play.start().toString();
  }

  @Override
  public int all() {
    return steps;
  }

  @Override
  public int taken() {
    return said;
  }

  @Override
  public void next() {
    play.step();
    said++;
  }

  /** Edits and deletes; to be called once everything said has been read. */
  void change() {
    play.change();
  }

  /** The event ids that must be in the topic, one for each record. */
  List<String> expected() {
    return ids(Stream.concat(play.said().stream(), play.changedInHistory().stream()));
  }

  /**
   * Those that may be there besides, once each: changes of replies show only live, so those made
   * while no worker lives, or while Slack delivers badly, stay unseen.
   */
  List<String> possible() {
    List<Expected> live = new ArrayList<>(play.changedLive());
    live.removeAll(play.changedInHistory());
    return ids(live.stream());
  }

  private static List<String> ids(Stream<Expected> events) {
    return events.map(Expected::eventId).toList();
  }
}
