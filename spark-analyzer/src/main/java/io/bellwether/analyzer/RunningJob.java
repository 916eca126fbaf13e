package io.bellwether.analyzer;

import io.bellwether.analyzer.config.AnalyzerConfig;
import io.bellwether.analyzer.config.AnalyzerKeys;
import io.bellwether.analyzer.config.FaultyConfigException;
import io.bellwether.analyzer.config.KafkaCheck;
import io.bellwether.analyzer.config.Trigger;
import io.bellwether.analyzer.job.BatchRun;
import io.bellwether.analyzer.job.Job;
import io.bellwether.analyzer.metrics.QueryMetrics;
import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job from its last checks to its end. */
final class RunningJob implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunningJob.class);

  private final AnalyzerConfig config;
  private final Job job;
  private final SparkSession spark;
  private final Progress progress = new Progress();

  private RunningJob(AnalyzerConfig config) {
    this.config = config;
    this.job = Jobs.open(config);
    this.spark = SparkDefaults.session(config);
  }

  /** Returns when the job has ended well. */
  static void run(AnalyzerConfig config, PrintStream out)
      throws FaultyConfigException, JobFailedException {
    try (RunningJob running = new RunningJob(config)) {
      running.check();
      Optional<BatchRun> batch = Jobs.batch(config);
      if (batch.isPresent()) {
        running.runBatch(batch.get(), out);
      } else {
        running.runQuery(out);
      }
    }
  }

  private void check() throws FaultyConfigException {
    List<String> faults = new ArrayList<>(job.faults(spark));
    KafkaCheck.Answer answer = KafkaCheck.ask(config);
    faults.addAll(answer.faults());
    if (config.trigger() == Trigger.CONTINUOUS) {
      Cores.fault(spark, answer.inputPartitions()).ifPresent(faults::add);
    }
    if (!faults.isEmpty()) {
      throw new FaultyConfigException(faults);
    }
  }

  private void runBatch(BatchRun batch, PrintStream out)
      throws FaultyConfigException, JobFailedException {
    try {
      batch.run(spark, out);
    } catch (IOException | RuntimeException e) {
      LOG.error("The run failed", e);
      throw JobFailedException.of(e, config);
    }
  }

  private void runQuery(PrintStream out) throws FaultyConfigException, JobFailedException {
    spark.streams().addListener(progress);
    QueryMetrics.publish(spark, config, InstantSource.system());
    boolean continuous = config.trigger() == Trigger.CONTINUOUS;
    WatchedQuery query = new WatchedQuery(start(), progress, continuous);
    StopOnSignal stop = StopOnSignal.of(query);
    try {
      query.awaitActive();
      out.println("bellwether-analyzer ready: " + config.name());
      out.flush();
      query.awaitEnd();
    } catch (StreamingQueryException e) {
      LOG.error("The query failed", e);
      throw JobFailedException.of(e, config);
    } finally {
      stop.forget();
    }
  }

  private StreamingQuery start() throws FaultyConfigException, JobFailedException {
    try {
      job.warmUp(spark);
      return job.start(spark);
    } catch (Exception e) {
      // Spark throws the checked AnalysisException without declaring it.
      if (e instanceof AnalysisException) {
        LOG.debug("Refused", e);
        String reason = e.getMessage().strip().lines().findFirst().orElse("");
        throw new FaultyConfigException(
            List.of(
                AnalyzerKeys.TRIGGER
                    + ": Spark refuses this query: "
                    + reason
                    + " Use another trigger, or simpler settings."));
      }
      LOG.error("The query does not start", e);
      throw JobFailedException.of(e, config);
    }
  }

  @Override
  public void close() {
    spark.stop();
  }
}
