package io.bellwether.analyzer.trades;

import io.bellwether.analyzer.trades.watch.Alert;
import io.bellwether.analyzer.trades.watch.Closed;
import io.bellwether.analyzer.trades.watch.PairCodec;
import io.bellwether.analyzer.trades.watch.Settings;
import io.bellwether.analyzer.trades.watch.TradesJson;
import io.bellwether.analyzer.trades.watch.Watch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.api.java.function.FlatMapGroupsWithStateFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.streaming.GroupState;

/** A batch's trades of one pair, and what is remembered of it: out come alerts and candles. */
final class WatchMarkets implements FlatMapGroupsWithStateFunction<String, Row, byte[], Row> {
  private static final long serialVersionUID = 1;

  private final Settings settings;
  private final Output output;
  private final Duration expiry;
  private final TradeCounters counters;
  private transient PairCodec codec;

  /**
   * @param maxAlertAgeMs 0 for no limit
   */
  record Output(String alerts, String indicators, String dead, long maxAlertAgeMs)
      implements java.io.Serializable {}

  WatchMarkets(Settings settings, Output output, Duration expiry, TradeCounters counters) {
    this.settings = settings;
    this.output = output;
    this.expiry = expiry;
    this.counters = counters;
  }

  @Override
  public Iterator<Row> call(String group, Iterator<Row> rows, GroupState<byte[]> state) {
    if (state.hasTimedOut()) {
      state.remove();
      return Collections.emptyIterator();
    }
    return group.startsWith(TradeRows.DEAD) ? dead(rows) : watch(rows, state);
  }

  private Iterator<Row> dead(Iterator<Row> rows) {
    List<Row> records = new ArrayList<>();
    rows.forEachRemaining(row -> records.add(TradeRows.deadRecord(row, output.dead)));
    counters.malformed(records.size());
    return records.iterator();
  }

  private Iterator<Row> watch(Iterator<Row> rows, GroupState<byte[]> state) {
    if (codec == null) {
      codec = new PairCodec(settings);
    }
    long oldest =
        output.maxAlertAgeMs == 0
            ? Long.MIN_VALUE
            : TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis() - output.maxAlertAgeMs);
    List<Row> records = new ArrayList<>();
    Watch watch =
        new Watch(
            settings,
            state.exists() ? codec.read(state.get()) : null,
            alert -> {
              if (alert.trade().at() >= oldest) {
                records.add(record(alert));
              }
            });
    Arrival.inOrder(rows).forEach(arrival -> watch.on(arrival.trade()));
    watch.closed().forEach(closed -> records.add(record(closed)));
    state.update(codec.write(watch.pair()));
    state.setTimeoutDuration(expiry.toMillis());
    counters.add(watch.seen(), records.size());
    return records.iterator();
  }

  private Row record(Alert alert) {
    return row(alert.trade().market().key(), TradesJson.alert(alert), output.alerts);
  }

  private Row record(Closed closed) {
    return row(closed.key(), TradesJson.candle(closed), output.indicators);
  }

  private static Row row(String key, String value, String topic) {
    return RowFactory.create(key.getBytes(StandardCharsets.UTF_8), value, topic);
  }
}
