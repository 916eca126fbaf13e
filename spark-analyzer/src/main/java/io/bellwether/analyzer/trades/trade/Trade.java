package io.bellwether.analyzer.trades.trade;

import java.math.BigDecimal;

/**
 * One trade.
 *
 * @param eventId the same whenever this trade is read again
 * @param at when it happened, in nanoseconds since 1970, UTC
 * @param price of one unit of the base, in the quote; above 0
 * @param volume in units of the base; 0 or more
 */
public record Trade(
    String eventId, MarketId market, long at, BigDecimal price, BigDecimal volume, Side side) {}
