package io.bellwether.quickstart.page.trips;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** What the page is told about trips, as JSON. */
public final class TripsMeasures {
  private TripsMeasures() {}

  /**
   * What has changed within a second.
   *
   * @param at milliseconds since the epoch
   * @param statistics those that have changed, by name, as they stand in the topic
   * @param alerts new ones, oldest first
   */
  public record Now(long at, Counts counts, Map<String, JsonNode> statistics, List<Alert> alerts) {}

  /**
   * How many there have been.
   *
   * @param rows records in the topic {@code trips}
   * @param counted those of them that the job has counted, as trips or as dropped
   * @param trips those of them that are trips
   * @param alerts distinct ones in {@code trip-alerts}
   * @param posted those of them that a message in Slack names
   * @param dead those of them that the sink gave up
   */
  public record Counts(long rows, long counted, long trips, long alerts, long posted, long dead) {}

  /**
   * An alert.
   *
   * @param at when it was, as docs/contracts.md has it
   */
  public record Alert(String id, String at, String kind, String text) {}
}
