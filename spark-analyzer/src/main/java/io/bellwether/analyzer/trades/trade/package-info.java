/** A trade and its market, read from a record's value (docs/contracts.md). Knows no Spark. */
package io.bellwether.analyzer.trades.trade;
