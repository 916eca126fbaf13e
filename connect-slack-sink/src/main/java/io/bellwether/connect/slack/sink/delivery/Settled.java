package io.bellwether.connect.slack.sink.delivery;

import io.bellwether.connect.slack.sink.mapping.Alert;

/**
 * An alert with its last word; never a {@link Delivery.Retry}.
 *
 * @param alert {@code null} when all of them are concerned
 */
public record Settled(Alert alert, Delivery delivery) {}
