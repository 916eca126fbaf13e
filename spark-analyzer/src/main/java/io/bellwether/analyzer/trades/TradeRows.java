package io.bellwether.analyzer.trades;

import io.bellwether.analyzer.trades.trade.MarketId;
import io.bellwether.analyzer.trades.trade.PlainDecimal;
import io.bellwether.analyzer.trades.trade.Side;
import io.bellwether.analyzer.trades.trade.Trade;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Trades, and what is none, as rows of Spark. */
final class TradeRows {
  /**
   * A record that was read: a trade in typed columns, or a dead letter, which has a reason. Price
   * and volume are exact decimals as text, since Spark's decimal has 38 digits at most; {@code at}
   * is in nanoseconds since 1970, since Spark's timestamp has microseconds.
   */
  static final StructType READ =
      new StructType()
          .add("group", DataTypes.StringType, false)
          .add("partition", DataTypes.IntegerType, false)
          .add("offset", DataTypes.LongType, false)
          .add("event_id", DataTypes.StringType, true)
          .add("exchange", DataTypes.StringType, true)
          .add("market", DataTypes.StringType, true)
          .add("base", DataTypes.StringType, true)
          .add("quote", DataTypes.StringType, true)
          .add("at", DataTypes.LongType, true)
          .add("price", DataTypes.StringType, true)
          .add("volume", DataTypes.StringType, true)
          .add("side", DataTypes.IntegerType, true)
          .add("key", DataTypes.BinaryType, true)
          .add("dead_letter", DataTypes.StringType, true);

  /** What Spark's Kafka sink reads. */
  static final StructType RECORD =
      new StructType()
          .add("key", DataTypes.BinaryType, true)
          .add("value", DataTypes.StringType, false)
          .add("topic", DataTypes.StringType, false);

  /** Begins the group of dead letters, which no pair is called. */
  static final String DEAD = "\u0000dead";

  private static final int EVENT_ID = 3;
  private static final int EXCHANGE = 4;
  private static final int MARKET = 5;
  private static final int BASE = 6;
  private static final int QUOTE = 7;
  private static final int AT = 8;
  private static final int PRICE = 9;
  private static final int VOLUME = 10;
  private static final int SIDE = 11;
  private static final int KEY = 12;
  private static final int DEAD_LETTER = 13;

  private TradeRows() {}

  static Row trade(Trade trade, int partition, long offset) {
    MarketId market = trade.market();
    return RowFactory.create(
        market.pair(),
        partition,
        offset,
        trade.eventId(),
        market.exchange(),
        market.market(),
        market.base(),
        market.quote(),
        trade.at(),
        trade.price().toPlainString(),
        trade.volume().toPlainString(),
        trade.side().code(),
        null,
        null);
  }

  static Row deadLetter(byte[] key, String json, int partition, long offset) {
    return RowFactory.create(
        DEAD + partition,
        partition,
        offset,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        key,
        json);
  }

  static String group(Row row) {
    return row.getString(0);
  }

  static int partition(Row row) {
    return row.getInt(1);
  }

  static long offset(Row row) {
    return row.getLong(2);
  }

  static Trade trade(Row row) {
    return new Trade(
        row.getString(EVENT_ID),
        new MarketId(
            row.getString(EXCHANGE),
            row.getString(MARKET),
            row.getString(BASE),
            row.getString(QUOTE)),
        row.getLong(AT),
        PlainDecimal.of(row.getString(PRICE)),
        PlainDecimal.of(row.getString(VOLUME)),
        Side.ofCode(row.getInt(SIDE)));
  }

  static Row deadRecord(Row row, String topic) {
    return RowFactory.create(row.get(KEY), row.getString(DEAD_LETTER), topic);
  }
}
