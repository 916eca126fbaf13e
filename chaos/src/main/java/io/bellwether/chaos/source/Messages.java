package io.bellwether.chaos.source;

import io.bellwether.standin.slack.App;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Message;
import io.bellwether.standin.slack.SlackStandIn;
import io.bellwether.standin.slack.User;
import io.bellwether.standin.slack.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Plain messages of three people and a bot in some channels, who and where by a seed. */
final class Messages implements Talk {
  private static final List<String> PEOPLE = List.of("ana", "ben", "caro");

  private final Workspace workspace;
  private final List<Channel> channels;
  private final List<User> people;
  private final App bot;
  private final Random random;
  private final int steps;
  private final List<String> expected = new ArrayList<>();

  Messages(SlackStandIn slack, List<Channel> channels, long seed, int steps) {
    this.workspace = slack.workspace();
    this.channels = channels;
    this.random = new Random(seed);
    this.steps = steps;
    people = PEOPLE.stream().map(workspace::person).toList();
    bot = workspace.app("status-bot");
    channels.forEach(
        channel -> {
          people.forEach(person -> workspace.join(person, channel));
          workspace.join(bot, channel);
        });
  }

  @Override
  public int steps() {
    return steps;
  }

  @Override
  public void next() {
    Channel channel = channels.get(random.nextInt(channels.size()));
    int who = random.nextInt(people.size() + 1);
    String text = "Message " + expected.size();
    Message message =
        who == people.size()
            ? workspace.post(bot, channel, text)
            : workspace.post(people.get(who), channel, text);
    expected.add(
        "slack:%s:%s:%s:0".formatted(workspace.teamId(), message.channelId(), message.ts()));
  }

  @Override
  public List<String> expected() {
    return List.copyOf(expected);
  }
}
