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

  private final Tallies tallies = new Tallies();
  private long routed;
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
      tallies.of(id.message()).said++;
    }
  }

  /** A message was taken back; unless it has been read, nobody is due to bring it. */
  synchronized void unsaid(EventId id) {
    if (awaited.remove(id.message()) != null) {
      tallies.of(id.message()).said--;
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
      count(tallies.of(id), outcome);
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
      tallies.of(id).posted++;
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
    suspects.source(found(awaited, passed::bySource));
    suspects.spark(found(atSpark, passed::bySpark));
    suspects.sink(found(atSink, passed::bySink));
  }

  /** Of Slack alone: X's queries leave nothing out that they find. */
  private void dropLeftOut(Passed passed) {
    List<EventId> passedOver =
        awaited.values().stream()
            .filter(id -> !id.source().equals(EventId.X) && passed.bySource(id))
            .toList();
    for (EventId id : passedOver) {
      awaited.remove(id.message());
      tallies.of(id.message()).said--;
      leftOut++;
    }
  }

  private static void count(Tallies.Tally tally, String outcome) {
    switch (outcome) {
      case "unscored" -> tally.unscored++;
      case "negative" -> tally.negative++;
      case "positive" -> tally.positive++;
      default -> {
        // Neutral, or a route of somebody's own: scored all the same.
      }
    }
    tally.scored += outcome.equals("unscored") ? 0 : 1;
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
    long said = tallies.sum(each -> each.said);
    long scored = tallies.sum(each -> each.scored);
    long unscored = tallies.sum(each -> each.unscored);
    long posted = tallies.sum(each -> each.posted);
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

  /** How many wait for a source, {@code slack} or {@code x}. */
  synchronized long waitingFor(String source) {
    return awaited.values().stream().filter(id -> id.source().equals(source)).count();
  }

  /** What one source has brought, latencies left to others. */
  synchronized Measures.Source of(String source, Latencies.Percentiles latency) {
    Tallies.Tally tally = tallies.of(source + ":");
    return new Measures.Source(
        source,
        tally.said,
        waitingFor(source),
        tally.scored,
        tally.negative,
        tally.positive,
        tally.posted,
        latency);
  }

  /** When the oldest that waits for a source was said, milliseconds. */
  synchronized OptionalLong oldestFor(String source) {
    return awaited.values().stream()
        .filter(id -> id.source().equals(source))
        .mapToLong(id -> id.ts().micros() / 1_000)
        .findFirst();
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
    tallies.of(id).said++;
    return events.add(id);
  }

  private void arrived(EventId id) {
    if (awaited.remove(id.message()) != null) {
      tallies.of(id.message()).said--;
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
