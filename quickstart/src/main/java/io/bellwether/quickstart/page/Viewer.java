package io.bellwether.quickstart.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Message;
import io.bellwether.standin.slack.User;
import io.bellwether.standin.slack.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes what the page is told out of what is in the workspace. */
final class Viewer {
  private static final Pattern MENTION = Pattern.compile("<@([UW][A-Z0-9]+)>");

  /** As many as a person scrolls through; the rest is in Slack. */
  private static final int RECENT = 200;

  private final Workspace workspace;
  private final User you;
  private final ScoreBook scores;
  private final List<Room> rooms;

  Viewer(Workspace workspace, User you, ScoreBook scores, List<Room> rooms) {
    this.workspace = workspace;
    this.you = you;
    this.scores = scores;
    this.rooms = rooms;
  }

  View.Workspace all(String position, View.Status status, List<PartEvent> parts) {
    List<Channel> channels = workspace.channels().stream().filter(Viewer::isShown).toList();
    return new View.Workspace(
        position,
        workspace.teamName(),
        workspace.url(),
        status,
        Stream.concat(channels.stream().map(this::channel), rooms.stream().map(Room::channel))
            .toList(),
        Stream.concat(
                channels.stream().flatMap(channel -> recent(channel).stream()),
                rooms.stream().flatMap(room -> room.recent(this::score).stream()))
            .toList(),
        parts);
  }

  private Score score(String channelId, String ts) {
    return scores.find(channelId, ts).orElse(null);
  }

  View.Channel channel(Channel channel) {
    return new View.Channel(channel.id(), channel.name(), "slack", null);
  }

  View.Message message(Message message) {
    return new View.Message(
        message.channelId(),
        message.ts(),
        author(message),
        kind(message),
        MENTION.matcher(message.text()).replaceAll(this::named),
        message.details().editedTs() != null,
        message.threadTs(),
        alerts(message.metadata()),
        null,
        scores.find(message.channelId(), message.ts()).orElse(null));
  }

  /** Public channels: direct ones are between others. */
  static boolean isShown(Channel channel) {
    return channel.kind() == Channel.Kind.PUBLIC;
  }

  /** Not that somebody joined, which nobody needs to read. */
  static boolean isShown(Message message) {
    return !"channel_join".equals(message.subtype());
  }

  private List<View.Message> recent(Channel channel) {
    List<Message> shown = workspace.messages(channel).stream().filter(Viewer::isShown).toList();
    return shown.subList(Math.max(0, shown.size() - RECENT), shown.size()).stream()
        .map(this::message)
        .toList();
  }

  private String author(Message message) {
    String username = message.details().username();
    return username != null ? username : name(message.userId());
  }

  private String name(String userId) {
    return workspace.user(userId).map(User::realName).orElse(userId);
  }

  private String kind(Message message) {
    if (you.id().equals(message.userId())) {
      return "you";
    }
    return message.botId() == null || isPerson(message.userId()) ? "person" : "app";
  }

  private boolean isPerson(String userId) {
    return workspace.user(userId).filter(user -> !user.bot()).isPresent();
  }

  private String named(MatchResult mention) {
    String id = mention.group(1);
    return java.util.regex.Matcher.quoteReplacement("<@" + id + "|" + name(id) + ">");
  }

  private static List<View.Reference> alerts(JsonNode metadata) {
    if (metadata == null || !metadata.path("event_type").asText().equals("bellwether_alert")) {
      return null;
    }
    List<View.Reference> references = new ArrayList<>();
    for (JsonNode alert : metadata.path("event_payload").path("alerts")) {
      Said.of(alert.path("event_id").asText())
          .ifPresent(said -> references.add(new View.Reference(said.channelId(), said.ts())));
    }
    return List.copyOf(references);
  }
}
