package io.bellwether.quickstart.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;

/**
 * What has happened, numbered, so that a page that lost its connection can catch up. Remembers a
 * limited number of events: who is further behind starts anew.
 */
final class EventLog {
  private final int capacity;
  private final String epoch = UUID.randomUUID().toString();
  private final Deque<Event> events = new ArrayDeque<>();
  private final Set<Consumer<Event>> followers = new CopyOnWriteArraySet<>();
  private long last;

  EventLog(int capacity) {
    this.capacity = capacity;
  }

  /**
   * One event.
   *
   * @param id its place in this log; names the log too, because a restart begins another
   * @param type as the page names it
   * @param json its data
   */
  record Event(String id, long number, String type, String json) {}

  synchronized void append(String type, String json) {
    Event event = new Event(id(++last), last, type, json);
    events.addLast(event);
    if (events.size() > capacity) {
      events.removeFirst();
    }
    followers.forEach(follower -> follower.accept(event));
  }

  /** Tells whoever listens now. Nobody catches up on it: what comes later says the same anew. */
  synchronized void pass(String type, String json) {
    Event event = new Event(id(last), last, type, json);
    followers.forEach(follower -> follower.accept(event));
  }

  /** The place of the latest event. */
  synchronized String position() {
    return id(last);
  }

  /**
   * Gives the follower every event after a place, and from now on each new one.
   *
   * @return a handle that ends it; empty, and nothing given, where the log does not reach back so
   *     far
   */
  synchronized Optional<Runnable> follow(String position, Consumer<Event> follower) {
    Optional<List<Event>> missed = since(position);
    missed.ifPresent(
        all -> {
          all.forEach(follower);
          followers.add(follower);
        });
    return missed.map(all -> () -> followers.remove(follower));
  }

  private Optional<List<Event>> since(String position) {
    String prefix = epoch + ".";
    if (!position.startsWith(prefix)) {
      return Optional.empty();
    }
    try {
      long number = Long.parseLong(position.substring(prefix.length()));
      long first = last - events.size() + 1;
      return number > last || number + 1 < first
          ? Optional.empty()
          : Optional.of(events.stream().filter(event -> event.number() > number).toList());
    } catch (NumberFormatException e) {
      // Not a place of this log.
      return Optional.empty();
    }
  }

  private String id(long number) {
    return epoch + "." + number;
  }
}
