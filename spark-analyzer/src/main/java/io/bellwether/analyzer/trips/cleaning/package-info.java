/** What of a row is a trip: declared rules, values only. Knows neither Spark nor Kafka. */
package io.bellwether.analyzer.trips.cleaning;
