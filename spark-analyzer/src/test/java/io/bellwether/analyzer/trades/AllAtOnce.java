package io.bellwether.analyzer.trades;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bellwether.analyzer.config.AnalyzerConfig;
import io.bellwether.analyzer.trades.trade.Reading;
import io.bellwether.analyzer.trades.trade.TradeReader;
import io.bellwether.analyzer.trades.watch.Settings;
import io.bellwether.analyzer.trades.watch.TradesJson;
import io.bellwether.analyzer.trades.watch.Watch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the trades job has to write: of all trades at once, without Spark and without a state.
 *
 * @param alerts by event_id
 * @param candles by event_id
 */
public record AllAtOnce(Map<String, String> alerts, Map<String, String> candles) {

  /** Of these values of records, in their order. */
  public static AllAtOnce of(AnalyzerConfig config, List<String> trades) {
    Settings settings = new TradesConfig(config).settings(Optional.empty());
    AllAtOnce all = new AllAtOnce(new TreeMap<>(), new TreeMap<>());
    Map<String, Watch> pairs = new HashMap<>();
    for (String trade : trades) {
      if (TradeReader.read(trade.getBytes(UTF_8), Long.MAX_VALUE) instanceof Reading.Read read) {
        pairs
            .computeIfAbsent(read.trade().market().pair(), pair -> all.watch(settings))
            .on(read.trade());
      }
    }
    for (Watch watch : pairs.values()) {
      watch
          .closed()
          .forEach(closed -> all.candles.put(closed.eventId(), TradesJson.candle(closed)));
    }
    return all;
  }

  private Watch watch(Settings settings) {
    return new Watch(settings, null, alert -> alerts.put(alert.eventId(), TradesJson.alert(alert)));
  }
}
