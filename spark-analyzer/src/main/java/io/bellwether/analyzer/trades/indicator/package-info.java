/**
 * Indicators: what is worth an alert in a market's trades. Each is a small class over immutable
 * state, and knows neither Spark nor Kafka.
 */
package io.bellwether.analyzer.trades.indicator;
