package io.bellwether.connect.slack;

/**
 * Somebody who posts.
 *
 * @param name the one people see
 * @param isBot whether it is an app's user rather than a person
 */
public record SlackUser(String name, boolean isBot) {}
