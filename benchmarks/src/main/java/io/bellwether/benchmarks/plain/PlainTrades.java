package io.bellwether.benchmarks.plain;

import io.bellwether.analyzer.trades.trade.Reading;
import io.bellwether.analyzer.trades.trade.Trade;
import io.bellwether.analyzer.trades.trade.TradeReader;
import io.bellwether.analyzer.trades.watch.Settings;
import io.bellwether.analyzer.trades.watch.TradesJson;
import io.bellwether.analyzer.trades.watch.Watch;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * {@code PlainTrades BOOTSTRAP TOPIC PARTITIONS PREFIX}: one thread reads committed trades from the
 * topic's beginning, asks the same indicators as the trades job, and writes their alerts and
 * candles to topics whose names begin with the prefix. What it remembers is in memory only: after a
 * crash it would know nothing.
 */
public final class PlainTrades {
  private final Settings settings = PlainIndicators.settings();
  private final Map<String, Watch> pairs = new HashMap<>();
  private final Producer<byte[], byte[]> producer;
  private final String alerts;
  private final String indicators;

  private PlainTrades(Producer<byte[], byte[]> producer, String prefix) {
    this.producer = producer;
    this.alerts = prefix + "trade-alerts";
    this.indicators = prefix + "trade-indicators";
  }

  /** Runs until it is killed. */
  public static void main(String[] arguments) {
    List<TopicPartition> partitions =
        IntStream.range(0, Integer.parseInt(arguments[2]))
            .mapToObj(number -> new TopicPartition(arguments[1], number))
            .toList();
    try (KafkaConsumer<byte[], byte[]> consumer = PlainPipe.consumer(arguments[0]);
        Producer<byte[], byte[]> producer = PlainPipe.producer(arguments[0])) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      System.out.println(PlainPipe.READY);
      new PlainTrades(producer, arguments[3]).pump(consumer);
    }
  }

  private void pump(KafkaConsumer<byte[], byte[]> consumer) {
    while (!Thread.currentThread().isInterrupted()) {
      Set<Watch> touched = new LinkedHashSet<>();
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(PlainPipe.POLL)) {
        if (TradeReader.read(record.value(), Long.MAX_VALUE) instanceof Reading.Read read) {
          touched.add(watched(read.trade()));
        }
      }
      for (Watch watch : touched) {
        watch.closed().forEach(closed -> send(indicators, closed.key(), TradesJson.candle(closed)));
      }
    }
  }

  private Watch watched(Trade trade) {
    Watch watch =
        pairs.computeIfAbsent(
            trade.market().pair(),
            pair ->
                new Watch(
                    settings,
                    null,
                    alert -> send(alerts, alert.trade().market().key(), TradesJson.alert(alert))));
    watch.on(trade);
    return watch;
  }

  private void send(String topic, String key, String value) {
    Future<RecordMetadata> unused =
        producer.send(
            new ProducerRecord<>(
                topic,
                key.getBytes(StandardCharsets.UTF_8),
                value.getBytes(StandardCharsets.UTF_8)));
  }
}
