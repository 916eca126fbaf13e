package io.bellwether.benchmarks.measure;

import io.bellwether.benchmarks.load.MadeTrade;
import io.bellwether.benchmarks.plain.PlainIndicators;
import io.bellwether.benchmarks.stack.BenchStack;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** Topics and settings of the trades job, and of what it is compared with. */
final class TradeLanes {
  static final String TRADES = "bench-trades";
  static final String PLAIN_TRADES = "plain-trades";
  static final String ALERTS = "trade-alerts";
  static final String INDICATORS = "trade-indicators";
  static final String FLOOR = "trades-floor";
  static final String PLAIN = Lanes.PLAIN_PREFIX;

  /** Of the trades job, beside what it ships with. */
  static final Map<String, String> SETTINGS =
      Map.of(
          "topics",
          TRADES,
          "indicators",
          "record,spike,volume,round-trip," + PlainIndicators.LEVEL,
          "indicator.level.type",
          "threshold",
          "indicator.level.level",
          MadeTrade.LEVEL,
          "indicator.level.hysteresis.percent",
          "0.01");

  private TradeLanes() {}

  static void create(BenchStack stack) throws InterruptedException {
    List<NewTopic> topics =
        Stream.of(
                TRADES,
                PLAIN_TRADES,
                FLOOR,
                ALERTS,
                INDICATORS,
                "trades-dead-letters",
                PLAIN + ALERTS,
                PLAIN + INDICATORS)
            .map(name -> new NewTopic(name, Lanes.PARTITIONS, (short) 1))
            .toList();
    try (Admin admin =
        Admin.create(
            Map.<String, Object>of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stack.bootstrap()))) {
      for (NewTopic topic : topics) {
        Lanes.create(admin, topic, stack.watch());
      }
    }
  }
}
