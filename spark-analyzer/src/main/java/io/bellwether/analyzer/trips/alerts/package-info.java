/** What is unusual about trips, in event time. Knows neither Spark nor Kafka. */
package io.bellwether.analyzer.trips.alerts;
