package io.bellwether.connect.slack.sink.delivery;

import java.time.Duration;
import org.apache.kafka.common.utils.ExponentialBackoff;

/**
 * How fast and how often messages are posted.
 *
 * @param interval between two messages to one channel
 * @param digestAbove when more alerts than this wait for a channel, they go as one message
 * @param backoff after failures, in milliseconds
 */
public record DeliveryPace(Duration interval, int digestAbove, ExponentialBackoff backoff) {}
