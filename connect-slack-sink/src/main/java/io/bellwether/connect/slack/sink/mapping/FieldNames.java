package io.bellwether.connect.slack.sink.mapping;

import java.util.Optional;

/**
 * Where a record has what; {@code a.b} is a nested field.
 *
 * @param eventId identifies the event
 * @param link to the whole of what a message may cut
 * @param thread what has the same value here goes into one thread; {@code key} is the record's key;
 *     empty if there are no threads
 */
public record FieldNames(String eventId, String link, Optional<String> thread) {}
