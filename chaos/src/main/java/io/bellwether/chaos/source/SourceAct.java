package io.bellwether.chaos.source;

import io.bellwether.chaos.act.Act;
import io.bellwether.chaos.check.Tally;
import io.bellwether.chaos.check.Topic;
import io.bellwether.chaos.lab.Lab;
import io.bellwether.chaos.lab.SlackPlace;
import io.bellwether.quickstart.stack.Topics;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.script.Script;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** People talk in Slack, and the Slack source reads them. */
public final class SourceAct implements Act {
  static final String CONNECTOR = "slack-source";

  /** Of each channel: that of new messages, and one or two of the window. */
  private static final int READINGS = 3;

  private final SlackPlace place;
  private final SourcePlan.Mode mode;
  private final Conversation talk;
  private Topic committed;

  public SourceAct(SlackPlace place, Script script, SourcePlan.Mode mode) {
    this.place = place;
    this.mode = mode;
    talk = new Conversation(script, place.slack(), place.app());
  }

  @Override
  public String connector() {
    return CONNECTOR;
  }

  @Override
  public Map<String, String> changes() {
    Map<String, String> changes = new LinkedHashMap<>(place.settings());
    changes.put(
        "slack.channels",
        talk.channels().stream().map(Channel::name).collect(Collectors.joining(",")));
    changes.put("mode", mode.key());
    changes.put("start.from", talk.start());
    changes.put("changes", "emit");
    changes.put("slack.timeout.ms", "2000");
    changes.put("poll.interval.ms", "2000");
    changes.put("watch.interval.ms", "5000");
    changes.put("history.interval.ms", "5000");
    return changes;
  }

  @Override
  public void open(String bootstrap) {
    committed = Topic.committed(bootstrap, Topics.FEEDBACK);
  }

  @Override
  public int all() {
    return talk.all();
  }

  @Override
  public int taken() {
    return talk.taken();
  }

  @Override
  public void next() {
    talk.next();
  }

  /** Edits and deletes; to be called once everything said has been read. */
  void change() {
    talk.change();
  }

  boolean isThere() {
    return tally().isComplete();
  }

  /** Other sources may write into the topic too. */
  @Override
  public Tally tally() {
    List<String> found =
        new ArrayList<>(
            committed.eventIds().stream().filter(id -> id.startsWith("slack:")).toList());
    talk.possible().forEach(found::remove);
    return Tally.of(
        CONNECTOR + ", event ids in " + Topics.FEEDBACK + ", read_committed",
        talk.expected(),
        found);
  }

  /** How many of the changes that need not show have been seen. */
  String seenBesides() {
    List<String> seen = new ArrayList<>(talk.possible());
    seen.retainAll(committed.eventIds());
    return seen.size() + " of " + talk.possible().size();
  }

  @Override
  public Lab.Condition settled() {
    int before = place.slack().calls().size();
    return () ->
        talk.channels().stream().allMatch(channel -> readings(channel, before) >= READINGS);
  }

  private long readings(Channel channel, int before) {
    return place.slack().calls().stream()
        .skip(before)
        .filter(call -> call.ok() && call.method().equals("conversations.history"))
        .filter(call -> channel.id().equals(call.parameters().get("channel")))
        .count();
  }

  @Override
  public void close() {
    if (committed != null) {
      committed.close();
    }
  }
}
