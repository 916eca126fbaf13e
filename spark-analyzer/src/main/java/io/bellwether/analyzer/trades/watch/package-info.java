/**
 * From trades to candles and alerts: the state of a pair's markets, and what one trade makes of it.
 * Plain Java over immutable state; knows no Spark.
 */
package io.bellwether.analyzer.trades.watch;
