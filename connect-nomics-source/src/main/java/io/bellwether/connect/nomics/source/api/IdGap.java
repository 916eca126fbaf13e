package io.bellwether.connect.nomics.source.api;

/**
 * Ids that a service which numbers its trades one by one did not show.
 *
 * @param at how many trades of the page come before it
 * @param from the first missing id
 * @param to the last
 */
public record IdGap(int at, long from, long to) {}
