package io.bellwether.connect.nomics.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bellwether.connect.WorkerUnderTest;
import io.bellwether.connect.nomics.source.read.Recorded;
import io.bellwether.standin.trades.TradesStandIn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What tests in a worker say again and again. */
final class Lifecycle {
  private Lifecycle() {}

  /** From the beginning of all markets, as fast as a test may be. */
  static Map<String, String> config(TradesStandIn service, String api, String topic) {
    Map<String, String> config = WorkerUnderTest.topicCreation();
    config.put("topic.creation.heartbeats.include", "bellwether-heartbeats,market-metadata.*");
    config.put("connector.class", NomicsSourceConnector.class.getName());
    config.put("tasks.max", "1");
    config.put("trades.api", api);
    config.put("trades.api.url", Recorded.url(service, api));
    config.put("trades.api.key", "nomics-key");
    config.put("markets.include", ".*");
    config.put("start.from", "beginning");
    config.put("topic", topic);
    config.put("metadata.topic", "market-metadata-" + topic);
    config.put("requests.per.second", "200");
    config.put("poll.interval.ms", "20");
    config.put("heartbeat.interval.ms", "50");
    config.put("markets.interval.ms", "300");
    return config;
  }

  /** The ids of trades, by the records' keys, in the order of the topic. */
  static Map<String, List<Long>> ids(List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream()
        .collect(
            Collectors.groupingBy(
                record -> new String(record.key(), UTF_8),
                Collectors.mapping(
                    record -> Long.valueOf(WorkerUnderTest.field(record, "id")),
                    Collectors.toList())));
  }

  /** The markets of each task. */
  static List<Set<String>> shares(WorkerUnderTest worker, String name) {
    return worker.connect().taskConfigs(name).stream()
        .map(
            task ->
                task.config()
                    .get("task.markets")
                    .lines()
                    .map(line -> line.split("\t"))
                    .map(fields -> fields[0] + ":" + fields[1])
                    .collect(Collectors.toSet()))
        .toList();
  }
}
