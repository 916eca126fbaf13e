package io.bellwether.analyzer.trips.alerts;

import io.bellwether.analyzer.trips.cleaning.Trip;

/**
 * A trip with where and when it became known.
 *
 * @param partition of the topic; within one, records are nearly in order
 * @param at the record's time, in milliseconds since 1970
 */
public record Arrival(int partition, long at, Trip trip) {}
