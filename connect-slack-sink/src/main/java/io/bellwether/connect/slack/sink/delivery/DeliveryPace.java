package io.bellwether.connect.slack.sink.delivery;

import java.time.Duration;
import org.apache.kafka.common.utils.ExponentialBackoff;

/**
 * How fast and how often messages are posted.
 *
 * @param interval between two messages to one channel
 * @param digestAbove when more alerts than this wait for a channel, they go as one message
 * @param threadWindow how old the first message of a thread may be for a further reply; zero where
 *     there are no threads
 * @param backoff after failures, in milliseconds
 */
public record DeliveryPace(
    Duration interval, int digestAbove, Duration threadWindow, ExponentialBackoff backoff) {}
