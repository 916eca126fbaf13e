package io.bellwether.connect.slack.source.read;

import io.bellwether.connect.slack.SlackTs;
import io.bellwether.connect.slack.source.api.HistoryPage;
import io.bellwether.connect.slack.source.api.HistoryQuery;
import io.bellwether.connect.slack.source.mapping.Said;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Reads everything between a position and now, oldest first, although Slack's pages come newest
 * first. Messages can be handed on only when all older ones are known, so pages are held until the
 * oldest has come. A long stretch would not fit into memory: after so many pages the newer part is
 * forgotten, the older part is handed on, and the newer part is read again from there.
 */
final class ChannelDrain {
  private final String channelId;
  private final int maxPages;
  private final Deque<String> upperEnds = new ArrayDeque<>();
  private final List<Said> held = new ArrayList<>();
  private boolean cut;
  private int pages;
  private String cursor = "";

  /**
   * @param latest where to stop; later than now is allowed
   * @param maxPages how many pages are held at most
   */
  ChannelDrain(String channelId, String latest, int maxPages) {
    this.channelId = channelId;
    this.maxPages = maxPages;
    upperEnds.push(latest);
  }

  /** What to ask for next, given how far the channel has been read by now. */
  HistoryQuery next(String drainedTo) {
    return new HistoryQuery(channelId, drainedTo, upperEnds.peek(), cursor);
  }

  /**
   * Takes an answer.
   *
   * @return the messages of a stretch that is complete, oldest first; empty when more pages follow
   */
  List<Said> accept(HistoryPage page) {
    boolean newestFirst = held.isEmpty() || page.messages().isEmpty() || isOlder(page);
    held.addAll(page.messages());
    pages++;
    cursor = page.nextCursor();
    if (page.hasMore()) {
      if (pages >= mostPages() && newestFirst && !held.isEmpty()) {
        cut();
      }
      return List.of();
    }
    List<Said> stretch = new ArrayList<>(held);
    stretch.sort(Comparator.comparing(Said::ts, SlackTs.ORDER));
    upperEnds.pop();
    restart();
    return stretch;
  }

  /**
   * The first cut also closes the open upper end: messages that come while the rest is read would
   * make the newest stretch too long again and again.
   */
  private void cut() {
    if (!cut) {
      cut = true;
      upperEnds.pop();
      upperEnds.push(held.stream().map(Said::ts).max(SlackTs.ORDER).orElseThrow());
    }
    upperEnds.push(oldest(held));
    restart();
  }

  /**
   * Stretches that were cut share a message with the next one, which may need a page of its own.
   */
  private int mostPages() {
    return cut ? maxPages + 1 : maxPages;
  }

  /** Whether newer messages may have come than those it reads. */
  boolean wasCut() {
    return cut;
  }

  /** Whether nothing is left to ask for. */
  boolean isDone() {
    return upperEnds.isEmpty();
  }

  /** Forgets a stretch that was begun, for example because its cursor has expired. */
  void restart() {
    held.clear();
    pages = 0;
    cursor = "";
  }

  private boolean isOlder(HistoryPage page) {
    return SlackTs.ORDER.compare(newest(page.messages()), oldest(held)) <= 0;
  }

  private static String oldest(List<Said> messages) {
    return messages.stream().map(Said::ts).min(SlackTs.ORDER).orElseThrow();
  }

  private static String newest(List<Said> messages) {
    return messages.stream().map(Said::ts).max(SlackTs.ORDER).orElseThrow();
  }
}
