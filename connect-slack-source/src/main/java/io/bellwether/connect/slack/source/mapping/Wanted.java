package io.bellwether.connect.slack.source.mapping;

/**
 * Which messages are read.
 *
 * @param filter by their text
 * @param bots which of those of other apps
 * @param replies whether those in threads
 * @param changes whether edits and deletions of them too
 */
public record Wanted(KeywordFilter filter, BotRule bots, boolean replies, boolean changes) {}
