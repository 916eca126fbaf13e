package io.bellwether.quickstart.stack;

import java.util.List;

/** The topics of trips, as docs/contracts.md describes them. */
public final class TripTopics {
  /** What the job reads. */
  public static final String TRIPS = "trips";

  /** What the page draws; compacted. */
  public static final String STATISTICS = "trip-statistics";

  /** What the sink posts. */
  public static final String ALERTS = "trip-alerts";

  /** What the job dropped. */
  public static final String DEAD_TRIPS = "trips-dead-letters";

  /** What the sink gave up. */
  public static final String DEAD_ALERTS = "trip-alerts-dead-letters";

  /** Those that the page reads. */
  public static final List<String> SHOWN = List.of(TRIPS, STATISTICS, ALERTS, DEAD_ALERTS);

  /** All that must be there before anybody writes. */
  public static final List<Topics.Topic> ALL =
      List.of(
          new Topics.Topic(TRIPS, false),
          new Topics.Topic(STATISTICS, true),
          new Topics.Topic(ALERTS, false),
          new Topics.Topic(DEAD_TRIPS, false));

  private TripTopics() {}
}
