package io.bellwether.quickstart.stack;

import io.bellwether.quickstart.process.Child;
import io.bellwether.quickstart.process.JavaCommand;
import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.process.Service;
import io.bellwether.quickstart.process.StateFolder;
import io.bellwether.quickstart.process.Watch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A job, submitted to Spark in local mode by Spark's own {@code SparkSubmit}. */
public final class Analyzer implements Service {
  private static final String READY = "bellwether-analyzer ready";

  /** Seconds on an idle machine. One that dies is noticed at once. */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Home home;
  private final StateFolder state;
  private final SparkJob its;
  private Child latest;

  /** The feedback job, see {@link #Analyzer(Setting, SparkJob, Map)}. */
  public Analyzer(Setting setting) {
    this(setting, SparkJob.FEEDBACK, Map.of());
  }

  /**
   * Takes the job's file and writes down what this machine changes in it; starts nothing.
   *
   * @param changes further keys
   */
  public Analyzer(Setting setting, SparkJob job, Map<String, String> changes) {
    this.home = setting.home();
    this.state = setting.state();
    this.its = job;
    String checkpoint = state.path(job.checkpoint()).toString();
    ConnectorFile file =
        ConnectorFile.read(home.config(job.file()))
            .with(
                Map.of(
                    "kafka.bootstrap.servers", setting.bootstrap(),
                    "checkpoint.location", checkpoint,
                    "trigger", setting.trigger().toString()))
            .with(changes);
    state.writePrivately(job.file(), file.json());
  }

  @Override
  public String title() {
    return its.part().title();
  }

  @Override
  public Child start(Watch watch) {
    latest = watch.over(start());
    return latest;
  }

  @Override
  public void awaitReady(Watch watch) throws InterruptedException {
    awaitReady(latest, watch);
  }

  /** Starts it, after clearing away what one that was killed has left on the disk. */
  public Child start() {
    state.emptied(its.scratch());
    return Child.start(
        new JavaCommand(
            its.child(),
            jvm(),
            List.of(home.lib("spark")),
            "org.apache.spark.deploy.SparkSubmit",
            arguments(),
            Map.of(
                "SPARK_HOME",
                home.path().toString(),
                "SPARK_LOCAL_DIRS",
                state.path(its.scratch()).toString(),
                "SPARK_LOCAL_IP",
                "127.0.0.1",
                "SPARK_LOCAL_HOSTNAME",
                "localhost")),
        state);
  }

  /** Waits until the query has started. */
  public static void awaitReady(Child analyzer, Watch watch) throws InterruptedException {
    watch.until("the analyzer", PATIENCE, () -> analyzer.log().lineThatStarts(READY));
  }

  private List<String> jvm() {
    List<String> arguments = new ArrayList<>(Jvm.arguments(home, its.heap()));
    arguments.addAll(SparkOpens.ARGUMENTS);
    // Spark and its native libraries leave files there when they are killed.
    arguments.add("-Djava.io.tmpdir=" + state.path(its.scratch()));
    return arguments;
  }

  private List<String> arguments() {
    List<Path> jars = home.jars("analyzer");
    if (jars.isEmpty()) {
      throw new LaunchException(home.lib("analyzer") + " is empty: build Bellwether again");
    }
    return List.of(
        "--master",
        "local[2]",
        "--conf",
        "spark.ui.enabled=false",
        "--conf",
        "spark.sql.warehouse.dir=" + state.path(its.scratch()).resolve("warehouse"),
        "--class",
        "io.bellwether.analyzer.Analyzer",
        jars.get(0).toString(),
        state.path(its.file()).toString());
  }
}
