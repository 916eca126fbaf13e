package io.bellwether.connect.slack.source.mapping;

/**
 * Which messages are read.
 *
 * @param filter by their text
 * @param bots whether those of other apps
 * @param replies whether those in threads
 */
public record Wanted(KeywordFilter filter, boolean bots, boolean replies) {}
