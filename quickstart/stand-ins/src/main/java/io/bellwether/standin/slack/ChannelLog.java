package io.bellwether.standin.slack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** The messages of one channel by ts, and its threads. Guarded by its workspace. */
final class ChannelLog {
  private final NavigableMap<Ts, Message> messages = new TreeMap<>();
  private final Map<Ts, NavigableMap<Ts, Message>> threads = new HashMap<>();
  private Ts last = new Ts(0);

  /** A ts for something that happens now: later than all before it. */
  Ts tick(Ts now) {
    return now.compareTo(last) > 0 ? now : last.next();
  }

  void used(Ts ts) {
    last = ts.compareTo(last) > 0 ? ts : last;
  }

  void put(Message message) {
    Ts ts = key(message.ts());
    messages.put(ts, message);
    if (message.reply()) {
      threads.computeIfAbsent(key(message.threadTs()), parent -> new TreeMap<>()).put(ts, message);
    }
    used(ts);
  }

  void remove(Message message) {
    Ts ts = key(message.ts());
    messages.remove(ts);
    if (message.reply()) {
      Ts parent = key(message.threadTs());
      NavigableMap<Ts, Message> replies = threads.get(parent);
      replies.remove(ts);
      if (replies.isEmpty()) {
        threads.remove(parent);
      }
    }
  }

  Message get(Ts ts) {
    return messages.get(ts);
  }

  List<Message> all() {
    return new ArrayList<>(messages.values());
  }

  /** Messages that the history shows, both bounds included, at most {@code max} from one end. */
  List<Message> history(Ts low, Ts high, boolean fromOldest, int max) {
    if (low.compareTo(high) > 0) {
      return List.of();
    }
    NavigableMap<Ts, Message> range = messages.subMap(low, true, high, true);
    return (fromOldest ? range : range.descendingMap())
        .values().stream().filter(Message::inHistory).limit(max).toList();
  }

  /** Replies of a thread, oldest first, both bounds included. */
  List<Message> replies(Ts parent, Ts low, Ts high, int max) {
    NavigableMap<Ts, Message> replies = threads.get(parent);
    if (replies == null || low.compareTo(high) > 0) {
      return List.of();
    }
    return replies.subMap(low, true, high, true).values().stream().limit(max).toList();
  }

  /** What a parent shows of its thread; null when it has none. */
  Workspace.ThreadSummary summary(Ts parent) {
    NavigableMap<Ts, Message> replies = threads.get(parent);
    if (replies == null) {
      return null;
    }
    Set<String> users = new LinkedHashSet<>();
    replies.values().forEach(reply -> users.add(reply.userId()));
    return new Workspace.ThreadSummary(
        replies.size(), List.copyOf(users), replies.lastKey().toString());
  }

  private static Ts key(String ts) {
    return Ts.parse(ts).orElseThrow();
  }
}
