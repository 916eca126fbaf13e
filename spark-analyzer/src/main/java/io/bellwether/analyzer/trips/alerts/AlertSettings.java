package io.bellwether.analyzer.trips.alerts;

import java.io.Serializable;
import java.time.Duration;
import java.time.ZoneId;

/**
 * When to speak up.
 *
 * @param zone in which hours and weekdays are told
 * @param lateness how far out of order records may come; later ones are not judged
 * @param gap a silence of all bikes that is longer is one of the data: what is usual is learnt anew
 * @param deviation how many standard deviations from the usual are unusual
 * @param leastBikes a station's hour is unusual only by at least this many bikes
 * @param leastTrips an hour of all bikes is unusual only by at least this many trips
 * @param durationFactor a trip is unusual that takes this many times the average of its plan
 * @param bikeDays a bike that no trip has moved for as many days is missing
 */
public record AlertSettings(
    ZoneId zone,
    Duration lateness,
    Duration gap,
    double deviation,
    int leastBikes,
    int leastTrips,
    int durationFactor,
    int bikeDays)
    implements Serializable {}
