package io.bellwether.quickstart.page.console;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** What was put aside with a reason: dead letters and what could not be scored. The latest few. */
final class Aside {
  private static final int KEPT = 20;
  private static final int LONGEST = 300;

  private final Deque<Item> latest = new ArrayDeque<>();
  private long version;

  /**
   * One record.
   *
   * @param at when, milliseconds since the epoch
   * @param where the topic that keeps it
   * @param reason why, for a person to read
   * @param text what was said, as far as it is known
   */
  record Item(long at, String where, String id, String reason, String text) {}

  /**
   * The latest, newest first.
   *
   * @param version grows with each
   */
  record Latest(long version, List<Item> items) {}

  synchronized void add(long at, String where, String id, String reason, String text) {
    latest.addLast(new Item(at, where, cut(id), cut(reason), cut(text)));
    if (latest.size() > KEPT) {
      latest.removeFirst();
    }
    version++;
  }

  synchronized Latest latest() {
    List<Item> items = new ArrayList<>(latest);
    Collections.reverse(items);
    return new Latest(version, items);
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
