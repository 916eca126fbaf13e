/** Counts trips, exactly and in any order. Knows neither Spark nor Kafka. */
package io.bellwether.analyzer.trips.statistics;
