package io.bellwether.analyzer.trades.indicator;

import io.bellwether.analyzer.trades.trade.Trade;
import java.util.Collection;
import java.util.OptionalDouble;

/**
 * One trade as an indicator sees it.
 *
 * @param pair the latest trades of the same base and quote on all exchanges, this one included
 * @param probability by the model, where this trade has closed a candle that the model judges
 */
public record Tick(
    Trade trade, Timing timing, Collection<Quote> pair, OptionalDouble probability) {}
