package io.bellwether.quickstart.page.trips;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.quickstart.page.console.Recent;
import io.bellwether.quickstart.page.console.Story;
import io.bellwether.quickstart.stack.TripTopics;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What has been heard of trips. Safe for use from several threads. */
final class TripsBook implements Story.Book<TripsMeasures.Now> {
  private static final int KEPT_ALERTS = 50;
  private static final int REMEMBERED_ALERTS = 20_000;

  /** The statistic that counts all rows and all trips. */
  private static final String ALL = "trips";

  private final Map<String, JsonNode> statistics = new LinkedHashMap<>();
  private final Map<String, JsonNode> changed = new LinkedHashMap<>();
  private final Deque<TripsMeasures.Alert> alerts = new ArrayDeque<>();
  private final List<TripsMeasures.Alert> newAlerts = new ArrayList<>();
  private final Recent known = new Recent(REMEMBERED_ALERTS);
  private final Recent posted = new Recent(REMEMBERED_ALERTS);
  private final Recent dead = new Recent(REMEMBERED_ALERTS);
  private long rows;
  private long alertCount;
  private long postedCount;
  private long deadCount;

  /** What does not keep the contract is passed over; every record is a row of {@code trips}. */
  @Override
  public synchronized void take(String topic, JsonNode value) {
    String id = value.path("event_id").asText();
    switch (topic) {
      case TripTopics.TRIPS -> rows++;
      case TripTopics.STATISTICS -> statistic(value);
      case TripTopics.ALERTS -> alert(id, value);
      case TripTopics.DEAD_ALERTS -> deadCount += !id.isEmpty() && dead.add(id) ? 1 : 0;
      default -> {}
    }
  }

  /** Of two records of a statistic, the one that counts more rows is newer. */
  private void statistic(JsonNode value) {
    String name = value.path("statistic").asText();
    if (!name.isEmpty() && sequence(value) >= sequence(statistics.get(name))) {
      statistics.put(name, value);
      changed.put(name, value);
    }
  }

  private static long sequence(JsonNode statistic) {
    return statistic == null ? 0 : statistic.path("sequence").asLong();
  }

  private void alert(String id, JsonNode value) {
    if (!id.isEmpty() && known.add(id)) {
      alertCount++;
      TripsMeasures.Alert alert =
          new TripsMeasures.Alert(
              id,
              value.path("at").asText(),
              value.path("kind").asText(),
              value.path("text").asText());
      newAlerts.add(alert);
      alerts.addLast(alert);
      if (alerts.size() > KEPT_ALERTS) {
        alerts.removeFirst();
      }
    }
  }

  @Override
  public synchronized void posted(String id) {
    postedCount += posted.add(id) ? 1 : 0;
  }

  @Override
  public synchronized TripsMeasures.Now all(long now) {
    return new TripsMeasures.Now(now, counts(), Map.copyOf(statistics), List.copyOf(alerts));
  }

  @Override
  public synchronized TripsMeasures.Now changes(long now) {
    List<TripsMeasures.Alert> latest =
        newAlerts.subList(Math.max(0, newAlerts.size() - KEPT_ALERTS), newAlerts.size());
    TripsMeasures.Now changes =
        new TripsMeasures.Now(now, counts(), Map.copyOf(changed), List.copyOf(latest));
    changed.clear();
    newAlerts.clear();
    return changes;
  }

  private TripsMeasures.Counts counts() {
    JsonNode all = statistics.get(ALL);
    long trips = all == null ? 0 : all.path("trips").asLong();
    return new TripsMeasures.Counts(rows, sequence(all), trips, alertCount, postedCount, deadCount);
  }
}
