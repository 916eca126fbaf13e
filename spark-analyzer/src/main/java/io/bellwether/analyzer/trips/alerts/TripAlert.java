package io.bellwether.analyzer.trips.alerts;

import java.time.Instant;

/**
 * Something a person should look at.
 *
 * @param eventId the same whenever the same thing is noticed again
 * @param kind {@code station}, {@code duration}, {@code bike} or {@code trips-per-hour}
 * @param subject the station, trip, bike or hour
 * @param at when it was, in event time
 * @param value what was measured
 * @param expected what is usual
 * @param text a sentence for a person
 */
public record TripAlert(
    String eventId,
    String kind,
    String subject,
    Instant at,
    long value,
    double expected,
    String text) {}
