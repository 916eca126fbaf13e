package io.bellwether.analyzer.trips.cleaning;

/**
 * A trip that kept all rules.
 *
 * @param id what the data set calls it; {@code event_id} is {@code trip:} and this
 * @param start milliseconds since 1970, UTC
 * @param end likewise
 * @param seconds how long it took, as the data says
 * @param distance in millionths of the data's unit; null where it is not known
 * @param plan {@code unknown} where there is none
 * @param from the station; null where it started away from one
 * @param to the station; null where it ended away from one
 * @param bike null where it is not known
 */
public record Trip(
    String id,
    long start,
    long end,
    long seconds,
    Long distance,
    String plan,
    String from,
    String to,
    String bike) {
  /** Millionths in a unit of distance. */
  public static final long MILLIONTHS = 1_000_000;

  public String eventId() {
    return "trip:" + id;
  }
}
