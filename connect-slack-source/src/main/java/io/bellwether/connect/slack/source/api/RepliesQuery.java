package io.bellwether.connect.slack.source.api;

/**
 * One page of {@code conversations.replies} to ask for.
 *
 * @param channelId which channel
 * @param parent timestamp of the message that was replied to
 * @param oldest timestamp, exclusive
 * @param cursor of the page; empty for the first
 */
public record RepliesQuery(String channelId, String parent, String oldest, String cursor) {}
