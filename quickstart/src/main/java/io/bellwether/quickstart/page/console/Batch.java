package io.bellwether.quickstart.page.console;

import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/**
 * A batch that Spark has committed.
 *
 * @param id its number; they go on after a restart
 * @param committedAt milliseconds since the epoch
 * @param took from its plan to its commit, in milliseconds; empty in continuous mode, which plans
 *     none
 * @param end the offsets before which it and all before it have read
 */
record Batch(long id, long committedAt, OptionalLong took, Map<TopicPartition, Long> end) {}
