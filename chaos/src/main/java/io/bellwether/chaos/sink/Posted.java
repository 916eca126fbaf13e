package io.bellwether.chaos.sink;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.standin.slack.Message;
import io.bellwether.standin.slack.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in Slack's channels, threads included. */
record Posted(List<String> eventIds, List<String> marks, int messages) {
  private static final Pattern MARK = Pattern.compile("alert-\\d{6}");

  /** Reads these channels; each id and mark with its channel's name before it. */
  static Posted in(Workspace workspace, List<String> channels) {
    List<String> ids = new ArrayList<>();
    List<String> marks = new ArrayList<>();
    int messages = 0;
    for (String channel : channels) {
      for (Message message : workspace.messages(workspace.channel(channel).orElseThrow())) {
        if (message.appId() != null) {
          messages++;
          ids(message).forEach(id -> ids.add(channel + " " + id));
          marks(message).forEach(mark -> marks.add(channel + " " + mark));
        }
      }
    }
    return new Posted(ids, marks, messages);
  }

  private static List<String> ids(Message message) {
    List<String> ids = new ArrayList<>();
    JsonNode metadata = message.metadata();
    if (metadata != null) {
      metadata
          .path("event_payload")
          .path("alerts")
          .forEach(alert -> ids.add(alert.path("event_id").asText()));
    }
    return ids;
  }

  /** A message may say the same in its text and in its blocks: that is once. */
  private static Set<String> marks(Message message) {
    Set<String> marks = new LinkedHashSet<>();
    Matcher matcher = MARK.matcher(message.text() + " " + message.details().blocks());
    while (matcher.find()) {
      marks.add(matcher.group());
    }
    return marks;
  }
}
