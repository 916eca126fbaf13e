package io.bellwether.analyzer.trades;

import io.bellwether.analyzer.trades.trade.Reading;
import io.bellwether.analyzer.trades.trade.TradeReader;
import io.bellwether.analyzer.trades.watch.TradesJson;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Row;

/** Reads a record of a topic: as a trade, or as a dead letter with the reason. */
final class ReadTrades implements MapFunction<Row, Row> {
  private static final long serialVersionUID = 1;

  /** How far an exchange's clock may be ahead of ours. */
  private static final long AHEAD_MS = TimeUnit.DAYS.toMillis(1);

  private static final int LARGEST_KEY = 1_000;

  @Override
  public Row call(Row record) {
    byte[] key = (byte[]) record.get(0);
    byte[] value = (byte[]) record.get(1);
    int partition = record.getInt(3);
    long offset = record.getLong(4);
    long latest = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis() + AHEAD_MS);
    Reading reading = TradeReader.read(value, latest);
    if (reading instanceof Reading.Read read) {
      return TradeRows.trade(read.trade(), partition, offset);
    }
    String place = record.getString(2) + ":" + partition + ":" + offset;
    String text = value == null ? null : new String(value, StandardCharsets.UTF_8);
    String reason = ((Reading.Malformed) reading).reason();
    boolean keyFits = key != null && key.length <= LARGEST_KEY;
    return TradeRows.deadLetter(
        keyFits ? key : null, TradesJson.deadLetter(place, text, reason), partition, offset);
  }
}
