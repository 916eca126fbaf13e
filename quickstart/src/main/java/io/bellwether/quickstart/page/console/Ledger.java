package io.bellwether.quickstart.page.console;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Follows every event from the moment it is said to its end, by distinct event id, in whatever
 * order its parts are heard of. docs/console.md defines each figure. Constant work for each event;
 * remembers the latest {@code capacity} events and whatever still waits, and of older ones only the
 * sums. Safe for several threads.
 */
final class Ledger {
  private static final int EXAMPLES = 5;

  private final boolean strict;
  private final Map<String, EventId> awaited = new LinkedHashMap<>();
  private final Map<String, Place> atSpark = new LinkedHashMap<>();
  private final Map<String, Place> atSink = new LinkedHashMap<>();
  private final Events events;
  private final Recent unannounced = new Recent(10_000);
  private final Recent postedElsewhere = new Recent(10_000);
  private final Suspects suspects = new Suspects();
  private final Set<String> twice = new HashSet<>();

  private long said;
  private long scored;
  private long unscored;
  private long routed;
  private long posted;
  private long dead;
  private long doubledInFeedback;
  private long doubledInSlack;
  private long repeated;
  private long leftOut;

  /**
   * @param capacity how many events it tells apart
   * @param strict whether the source must bring every message that it is due; else those that it
   *     passes over count as left out by its settings
   */
  Ledger(int capacity, boolean strict) {
    this.strict = strict;
    this.events = new Events(capacity);
  }

  /** A message that the source is to bring. */
  synchronized void said(EventId id) {
    if (!events.knows(id.first())
        && !unannounced.contains(id.message())
        && awaited.put(id.message(), id) == null) {
      said++;
    }
  }

  /** A message was taken back; unless it has been read, nobody is due to bring it. */
  synchronized void unsaid(EventId id) {
    if (awaited.remove(id.message()) != null) {
      said--;
    }
  }

  /** A record of {@code feedback}; false if its event had one already. */
  synchronized boolean read(String id, Place place) {
    Events.Event event = heardOf(id);
    if (event.read) {
      doubledInFeedback++;
      example(id);
      return false;
    }
    event.read = true;
    if (event.outcome == null) {
      atSpark.put(id, place);
    }
    return true;
  }

  /**
   * A record of an outcome topic; false if its event had one already.
   *
   * @param alert whether the sink reads that topic
   */
  synchronized boolean scored(String id, String outcome, boolean alert, Place place) {
    Events.Event event = heardOf(id);
    boolean first = event.outcome == null;
    if (first) {
      event.outcome = outcome;
      atSpark.remove(id);
      if (outcome.equals("unscored")) {
        unscored++;
      } else {
        scored++;
      }
    } else {
      repeated++;
    }
    if (alert) {
      route(event);
      if (!event.done()) {
        // A repeated record stands behind the first: only beyond it the alert is passed over.
        atSink.put(id, place);
      }
    }
    return first;
  }

  /** An alert in Slack; false if its event was posted in that channel already. */
  synchronized boolean posted(String id, String channel) {
    Events.Event event = heardOf(id);
    route(event);
    atSink.remove(id);
    if (event.postedIn == null) {
      event.postedIn = channel;
      posted++;
      dead -= event.dead ? 1 : 0;
      return true;
    }
    boolean again = event.postedIn.equals(channel) || !postedElsewhere.add(channel + " " + id);
    if (again) {
      doubledInSlack++;
      example(id);
    }
    return !again;
  }

  /** A dead letter of the sink; false if its event had one already. */
  synchronized boolean dead(String id) {
    Events.Event event = heardOf(id);
    route(event);
    atSink.remove(id);
    boolean first = !event.dead;
    if (first) {
      event.dead = true;
      dead += event.postedIn == null ? 1 : 0;
    }
    return first;
  }

  /**
   * Decides what is lost: whatever was waiting at two judgements in a row although its mover had
   * passed it. Call it only when everything that stood in the topics after {@code passed} was
   * fetched has been read.
   */
  synchronized void judge(Passed passed) {
    if (!strict) {
      dropLeftOut(passed);
    }
    suspects.source(found(awaited, id -> passed.bySource(id.channel(), id.ts())));
    suspects.spark(found(atSpark, passed::bySpark));
    suspects.sink(found(atSink, passed::bySink));
  }

  private void dropLeftOut(Passed passed) {
    int before = awaited.size();
    awaited.values().removeIf(id -> passed.bySource(id.channel(), id.ts()));
    leftOut += before - awaited.size();
    said -= before - awaited.size();
  }

  private static <P> Set<String> found(Map<String, P> waiting, Predicate<P> passed) {
    Set<String> found = new HashSet<>();
    waiting.forEach(
        (id, place) -> {
          if (passed.test(place)) {
            found.add(id);
          }
        });
    return found;
  }

  synchronized Sums sums() {
    List<String> examples = new ArrayList<>(suspects.examples(EXAMPLES));
    examples.addAll(twice);
    return new Sums(
        said,
        scored,
        unscored,
        awaited.size(),
        said - awaited.size() - scored - unscored,
        routed,
        posted,
        routed - posted - dead,
        dead,
        suspects.lost(awaited.keySet(), atSpark.keySet(), atSink.keySet()),
        new Sums.Doubled(doubledInFeedback, doubledInSlack),
        repeated,
        leftOut,
        examples);
  }

  synchronized boolean isAnybodyWaiting() {
    return !awaited.isEmpty() || !atSpark.isEmpty() || !atSink.isEmpty();
  }

  /** When the oldest that waits for each mover was said, milliseconds. */
  synchronized OptionalLong oldestForSource() {
    return awaited.values().stream().mapToLong(id -> id.ts().micros() / 1_000).findFirst();
  }

  synchronized OptionalLong oldestForSpark() {
    return oldest(atSpark);
  }

  synchronized OptionalLong oldestForSink() {
    return oldest(atSink);
  }

  private static OptionalLong oldest(Map<String, Place> waiting) {
    return waiting.keySet().stream().findFirst().map(EventId::saidAt).orElse(OptionalLong.empty());
  }

  private Events.Event heardOf(String id) {
    Events.Event known = events.find(id);
    if (known != null) {
      return known;
    }
    EventId.parse(id).ifPresent(this::arrived);
    said++;
    return events.add(id);
  }

  private void arrived(EventId id) {
    if (awaited.remove(id.message()) != null) {
      said--;
    } else {
      unannounced.add(id.message());
    }
  }

  private void route(Events.Event event) {
    if (!event.alert) {
      event.alert = true;
      routed++;
    }
  }

  private void example(String id) {
    if (twice.size() < EXAMPLES) {
      twice.add(id);
    }
  }
}
