package io.bellwether.quickstart.page.console;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The latest events by id, and older ones that still wait. About 250 bytes each. */
final class Events {
  private final int capacity;
  private final Map<String, Event> events = new LinkedHashMap<>();

  Events(int capacity) {
    this.capacity = capacity;
  }

  /** What has been heard of an event. */
  static final class Event {
    /** Stands in {@code feedback}. */
    boolean read;

    /** Its route, null while it has none. */
    String outcome;

    /** Stands in a topic that the sink reads. */
    boolean alert;

    /** The sink gave it up. */
    boolean dead;

    /** The first channel it was posted in, null while it was not. */
    String postedIn;

    /** Nobody has anything left to do with it. */
    boolean done() {
      return outcome != null && (!alert || dead || postedIn != null);
    }
  }

  /** Null where it is not known. */
  Event find(String id) {
    return events.get(id);
  }

  boolean knows(String id) {
    return events.containsKey(id);
  }

  Event add(String id) {
    Event event = new Event();
    events.put(id, event);
    if (events.size() > capacity) {
      forgetOne();
    }
    return event;
  }

  /** The oldest that is done; one that waits goes behind the latest instead. */
  private void forgetOne() {
    Iterator<Map.Entry<String, Event>> oldest = events.entrySet().iterator();
    Map.Entry<String, Event> entry = oldest.next();
    String id = entry.getKey();
    Event event = entry.getValue();
    oldest.remove();
    if (!event.done()) {
      events.put(id, event);
    }
  }
}
