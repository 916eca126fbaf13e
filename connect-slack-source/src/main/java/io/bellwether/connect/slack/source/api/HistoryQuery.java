package io.bellwether.connect.slack.source.api;

/**
 * One page of {@code conversations.history} to ask for.
 *
 * @param channelId which channel
 * @param oldest timestamp, inclusive
 * @param latest timestamp, inclusive; always given, because what a page starts from is not
 *     documented without it
 * @param cursor of the page; empty for the first
 */
public record HistoryQuery(String channelId, String oldest, String latest, String cursor) {}
