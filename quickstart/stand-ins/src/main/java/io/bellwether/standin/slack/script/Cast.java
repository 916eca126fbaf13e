package io.bellwether.standin.slack.script;

import io.bellwether.standin.slack.App;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Draft;
import io.bellwether.standin.slack.Message;
import io.bellwether.standin.slack.User;
import io.bellwether.standin.slack.Workspace;
import java.util.ArrayList;
import java.util.List;

/** Who speaks, and where. */
final class Cast {
  private static final int PEOPLE = 4;

  private final Workspace workspace;
  private final String name;
  private final App reader;
  private final App bot;
  private final List<Channel> channels = new ArrayList<>();
  private final List<User> people = new ArrayList<>();
  private int joined;

  Cast(Script script, Workspace workspace, App reader, String name) {
    this.workspace = workspace;
    this.name = name;
    this.reader = reader;
    this.bot = workspace.app("bot of " + name);
    for (int n = 0; n < PEOPLE; n++) {
      people.add(workspace.person(name + "-person-" + n));
    }
    for (int n = 0; n < script.channels(); n++) {
      Channel channel = workspace.createChannel(name + "-" + n, false);
      channels.add(channel);
      workspace.join(reader, channel);
      workspace.join(bot, channel);
      people.forEach(person -> workspace.join(person, channel));
    }
  }

  List<Channel> channels() {
    return List.copyOf(channels);
  }

  Message says(String what, int number) {
    return workspace.post(person(number), channel(number), what + " " + number + " of " + name);
  }

  Message botSays(int number) {
    return workspace.post(bot, channel(number), "notice " + number + " of " + name);
  }

  void readerSays(int number) {
    workspace.post(reader, channel(number), "own post " + number + " of " + name);
  }

  /** Somebody new comes in. */
  void join(int number) {
    joined++;
    workspace.join(workspace.person(name + "-guest-" + joined), channel(number));
  }

  Message replies(int number, Message parent, boolean alsoInChannel) {
    String text = "reply " + number + " of " + name;
    return alsoInChannel
        ? workspace
            .log()
            .post(
                parent.channelId(),
                new Draft(
                    person(number).id(),
                    null,
                    text,
                    parent.ts(),
                    "thread_broadcast",
                    Message.Details.NONE))
        : workspace.reply(person(number), parent, text);
  }

  private Channel channel(int number) {
    return channels.get(number % channels.size());
  }

  private User person(int number) {
    return people.get(number / channels.size() % people.size());
  }
}
