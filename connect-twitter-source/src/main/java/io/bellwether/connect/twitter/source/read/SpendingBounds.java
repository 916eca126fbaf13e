package io.bellwether.connect.twitter.source.read;

import java.util.OptionalLong;

/**
 * What a task may spend.
 *
 * @param perDay posts of a UTC day; empty for any number
 * @param perPeriod posts of a billing period
 * @param billingDay of the month on which a period begins, 1 to 28
 */
public record SpendingBounds(OptionalLong perDay, OptionalLong perPeriod, int billingDay) {}
