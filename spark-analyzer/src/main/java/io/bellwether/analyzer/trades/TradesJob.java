package io.bellwether.analyzer.trades;

import io.bellwether.analyzer.job.Job;
import io.bellwether.analyzer.job.Streams;
import io.bellwether.analyzer.trades.candle.Width;
import io.bellwether.analyzer.trades.forecast.Forecaster;
import io.bellwether.analyzer.trades.training.MoveModel;
import io.bellwether.analyzer.trades.watch.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.GroupStateTimeout;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads trades, watches each pair of base and quote, and writes alerts and candles. */
final class TradesJob implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(TradesJob.class);

  /** Else Spark would run batch after batch without trades, to look for what expires. */
  private static final String EMPTY_BATCHES = "spark.sql.streaming.noDataMicroBatches.enabled";

  private static final int WARM_UP_TRADES = 2_000;
  private final TradesConfig config;
  private Optional<Forecaster> forecaster = Optional.empty();

  TradesJob(TradesConfig config) {
    this.config = config;
  }

  @Override
  public List<String> faults(SparkSession spark) {
    List<String> faults = new ArrayList<>(config.seedFaults());
    config.model().ifPresent(folder -> load(spark, folder, faults));
    return faults;
  }

  private void load(SparkSession spark, String folder, List<String> faults) {
    try {
      MoveModel model = MoveModel.load(spark, folder);
      if (!model.isBetterThanNaive()) {
        LOG.warn("The model in {} was no better than naive ones where it was tried", folder);
      }
      forecaster = Optional.of(model.forecaster());
    } catch (IOException e) {
      LOG.debug("No model", e);
      faults.add(
          TradesKeys.MODEL
              + ": "
              + e.getMessage()
              + ". Name the folder of a model that 'bellwether train-trades' made.");
    }
    Optional<Width> width = forecaster.map(Forecaster::width);
    if (width.isPresent() && !config.settings(forecaster).widths().contains(width.get())) {
      faults.add(
          TradesKeys.CANDLES
              + ": without "
              + width.get().word()
              + ", which the model judges. Add it, or remove "
              + TradesKeys.MODEL
              + ".");
    }
  }

  @Override
  public void warmUp(SparkSession spark) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < WARM_UP_TRADES; i++) {
      String value =
          """
          {"event_id":"warm-up:%d","exchange":"e%d","market":"A/B","timestamp":"%s","price":"%d.5","volume":"1"}"""
              .formatted(i, i % 3, Instant.ofEpochSecond(i), i % 7 + 1);
      rows.add(
          RowFactory.create(
              null,
              value.getBytes(StandardCharsets.UTF_8),
              "warm-up",
              0,
              (long) i,
              Timestamp.from(Instant.EPOCH)));
    }
    Dataset<Row> trades = spark.createDataFrame(rows, Streams.INPUT_SCHEMA);
    TradeCounters unused = new TradeCounters(spark.sparkContext());
    records(trades, unused).write().format("noop").mode("overwrite").save();
  }

  @Override
  public StreamingQuery start(SparkSession spark) throws TimeoutException {
    spark.conf().set(EMPTY_BATCHES, false);
    TradeCounters counters = new TradeCounters(spark.sparkContext());
    spark.streams().addListener(counters.log());
    counters.publish();
    Dataset<Row> records = records(Streams.read(spark, config.shared()), counters);
    return config.shared().toConsole()
        ? Streams.toConsole(records.selectExpr("topic", "value"), config.shared())
        : Streams.toKafka(records, config.shared());
  }

  private Dataset<Row> records(Dataset<Row> read, TradeCounters counters) {
    Settings settings = config.settings(forecaster);
    WatchMarkets watch =
        new WatchMarkets(
            settings,
            new WatchMarkets.Output(
                config.alertsTopic(),
                config.indicatorsTopic(),
                config.deadTopic(),
                config.maxAlertAge().map(Duration::toMillis).orElse(0L)),
            config.expiry(),
            counters);
    return read.map(new ReadTrades(), Encoders.row(TradeRows.READ))
        .groupByKey((MapFunction<Row, String>) TradeRows::group, Encoders.STRING())
        .flatMapGroupsWithState(
            watch,
            OutputMode.Append(),
            Encoders.BINARY(),
            Encoders.row(TradeRows.RECORD),
            GroupStateTimeout.ProcessingTimeTimeout());
  }
}
