package io.bellwether.connect.gaps;

import java.time.Instant;

/**
 * Something between two points in time that a source could not read and never will.
 *
 * @param from when it begins: the last thing before was read
 * @param to when it ends: from here on everything is read
 * @param reason for a person
 */
public record Gap(Instant from, Instant to, String reason) {}
