/** Candles: what a market did in a minute, five, or an hour, in exact decimals. Knows no Spark. */
package io.bellwether.analyzer.trades.candle;
