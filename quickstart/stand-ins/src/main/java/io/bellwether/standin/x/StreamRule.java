package io.bellwether.standin.x;

/**
 * A rule of the filtered stream.
 *
 * @param tag null where it has none
 */
public record StreamRule(long id, String value, String tag) {}
