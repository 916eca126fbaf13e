package io.bellwether.standin.slack.script;

import io.bellwether.standin.slack.App;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Message;
import io.bellwether.standin.slack.Ts;
import io.bellwether.standin.slack.Workspace;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A {@link Script} being played. The second act goes step by step, so that a test can spread it
 * over time; the third should begin when the second has been read, because a reader of history
 * cannot know what changed before it looked. Not for several threads.
 */
public final class Play {
  private static final int BROADCAST_EVERY = 20;
  private static final int REPLY_EVERY = 5;

  private record Step(double at, Runnable action) {}

  private final Script script;
  private final Workspace workspace;
  private final String team;
  private final Cast cast;
  private final Random random;
  private final Instant start;
  private final List<Message> oldParents = new ArrayList<>();
  private final Map<Integer, Message> messages = new TreeMap<>();
  private final List<Message> replies = new ArrayList<>();
  private final List<Expected> before = new ArrayList<>();
  private final List<Expected> said = new ArrayList<>();
  private final List<Expected> changed = new ArrayList<>();
  private final Deque<Runnable> steps = new ArrayDeque<>();

  Play(Script script, Workspace workspace, App reader, String name) {
    this.script = script;
    this.workspace = workspace;
    this.team = workspace.teamId();
    this.cast = new Cast(script, workspace, reader, name);
    this.random = new Random(script.seed());
    Message last = null;
    for (int n = 0; n < script.threads() / 2; n++) {
      Message parent = cast.says("old parent", n);
      oldParents.add(parent);
      last = cast.replies(n, parent, false);
      before.add(Expected.said(team, parent));
      before.add(Expected.said(team, last));
    }
    this.start = last == null ? workspace.now() : time(last);
    plan().forEach(step -> steps.add(step.action()));
  }

  /** The channels, to configure a reader with. */
  public List<Channel> channels() {
    return cast.channels();
  }

  /** Later than all of the first act, and earlier than the second: for a reader's start. */
  public Instant start() {
    return start;
  }

  /** How many steps of the second act are left. */
  public int left() {
    return steps.size();
  }

  /** Plays one step of the second act: somebody says something, or comes in. */
  public void step() {
    steps.remove().run();
  }

  /** Plays the rest of the second act. */
  public void talk() {
    while (left() > 0) {
      step();
    }
  }

  /** Plays the third act: each message is changed at most once. */
  public void change() {
    List<Message> plain =
        messages.entrySet().stream()
            .filter(each -> each.getKey() >= script.threads() + script.bots())
            .map(Map.Entry::getValue)
            .toList();
    List<Message> inThreads = replies.stream().filter(each -> !each.inHistory()).toList();
    Deque<Message> channelTargets = new ArrayDeque<>(plain);
    // Not under the parent that goes: it is the first of the new ones.
    Deque<Message> threadTargets =
        new ArrayDeque<>(
            inThreads.stream()
                .filter(each -> !each.threadTs().equals(messages.get(0).ts()))
                .toList());
    for (int n = 1; n <= script.edits(); n++) {
      Message target = (n % REPLY_EVERY == 0 ? threadTargets : channelTargets).remove();
      changed.add(Expected.edited(team, workspace.edit(target, "edited: " + target.text())));
    }
    for (int n = 1; n <= script.deletes(); n++) {
      Message target =
          n == 1
              ? messages.get(0)
              : (n % REPLY_EVERY == 0 ? threadTargets : channelTargets).remove();
      workspace.delete(target);
      changed.add(Expected.deleted(team, target));
    }
  }

  /** What was said in the first act: expected of a reader that starts at the beginning. */
  public List<Expected> before() {
    return List.copyOf(before);
  }

  /** What was said in the second act so far, each event once, in any mode of reading. */
  public List<Expected> said() {
    return List.copyOf(said);
  }

  /** Edits and deletions of the third act as they happened: what a live reader sees. */
  public List<Expected> changedLive() {
    return List.copyOf(changed);
  }

  /** Those that show in the channels' histories: all but the ones of replies. */
  public List<Expected> changedInHistory() {
    return changed.stream().filter(each -> !each.inThread()).toList();
  }

  /** The messages at whole numbers, everything else somewhere between them. */
  private List<Step> plan() {
    List<Step> plan = new ArrayList<>();
    for (int n = 0; n < script.messages(); n++) {
      int number = n;
      boolean byBot = n >= script.threads() && n < script.threads() + script.bots();
      plan.add(
          new Step(
              n, () -> say(number, byBot ? cast.botSays(number) : cast.says("message", number))));
    }
    for (int n = 0; n < script.replies(); n++) {
      int number = n;
      int thread = n % script.threads();
      // The first messages are the new parents.
      int parent = thread / 2;
      boolean isOld = thread % 2 == 0 && parent < oldParents.size();
      plan.add(new Step(later(isOld ? 0 : parent), () -> reply(number, parent, isOld)));
    }
    for (int n = 0; n < script.joins(); n++) {
      int number = n;
      plan.add(new Step(later(0), () -> cast.join(number)));
    }
    for (int n = 0; n < script.own(); n++) {
      int number = n;
      plan.add(new Step(later(0), () -> cast.readerSays(number)));
    }
    return plan.stream().sorted(Comparator.comparingDouble(Step::at)).toList();
  }

  private double later(int than) {
    return than + 0.01 + random.nextDouble() * (script.messages() - than);
  }

  private void say(int number, Message message) {
    messages.put(number, message);
    said.add(Expected.said(team, message));
  }

  private void reply(int number, int parent, boolean isOld) {
    Message to = isOld ? oldParents.get(parent) : messages.get(parent);
    Message reply = cast.replies(number, to, number % BROADCAST_EVERY == BROADCAST_EVERY - 1);
    replies.add(reply);
    said.add(Expected.said(team, reply));
  }

  private static Instant time(Message message) {
    long micros = Ts.parse(message.ts()).orElseThrow().micros();
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
  }

  /** All that is expected of a live reader that starts at {@link #start()}. */
  public Stream<Expected> live() {
    return Stream.concat(said.stream(), changed.stream());
  }
}
