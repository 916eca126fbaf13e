package io.bellwether.analyzer.feedback;

import io.bellwether.analyzer.job.Job;
import io.bellwether.analyzer.job.Streams;
import io.bellwether.analyzer.scorer.ScorerProviders;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;

/** Reads feedback, scores it, and writes each record to the topic of its outcome. */
final class FeedbackJob implements Job {
  private final FeedbackConfig config;

  FeedbackJob(FeedbackConfig config) {
    this.config = config;
  }

  @Override
  public List<String> faults(SparkSession spark) {
    List<String> faults = new ArrayList<>(PredicateCheck.faults(spark, config.routes()));
    faults.addAll(config.preselection().faults(spark));
    return faults;
  }

  @Override
  public void warmUp(SparkSession spark) {
    String text = ScorerProviders.named(config.scoring().scorer().name()).orElseThrow().warmUp();
    String value = "{\"event_id\":\"warm-up\",\"text\":\"%s\"}".formatted(text);
    Row row =
        RowFactory.create(
            null,
            value.getBytes(StandardCharsets.UTF_8),
            "warm-up",
            0,
            0L,
            Timestamp.from(Instant.EPOCH));
    Dataset<Row> one = spark.createDataFrame(List.of(row), Streams.INPUT_SCHEMA);
    Routing.records(routed(one)).write().format("noop").mode("overwrite").save();
  }

  @Override
  public StreamingQuery start(SparkSession spark) throws TimeoutException {
    Skipped.publish();
    Dataset<Row> routed = routed(config.preselection().apply(Streams.read(spark, config.shared())));
    return config.shared().toConsole()
        ? Streams.toConsole(visible(routed), config.shared())
        : Streams.toKafka(Routing.records(routed), config.shared());
  }

  private Dataset<Row> routed(Dataset<Row> read) {
    ScoreFunction score = new ScoreFunction(config.scoring());
    Dataset<Row> unscored = config.isScoredByOneTask() ? read.coalesce(1) : read;
    Dataset<Row> scored = unscored.mapPartitions(score, Encoders.row(ScoredRows.ALL));
    return new Routing(config.routes(), config.unscoredTopic()).apply(scored);
  }

  private static Dataset<Row> visible(Dataset<Row> routed) {
    return routed.select(
        "key", "topic", "partition", "offset", "timestamp", "text", "score", "outcome");
  }
}
