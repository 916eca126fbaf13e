package io.bellwether.connect.slack.sink.mapping;

/**
 * How a message looks.
 *
 * @param text its text; with blocks, what notifications show
 * @param blocks shown instead of the text, if there are any
 * @param emojis before the text
 */
public record Looks(MessageTemplate text, BlocksTemplate blocks, Emojis emojis) {}
