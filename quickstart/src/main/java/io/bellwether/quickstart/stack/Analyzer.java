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
  private static final String FEEDBACK = "feedback-analyzer";

  /** Seconds on an idle machine. One that dies is noticed at once. */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Home home;
  private final StateFolder state;
  private final String file;
  private final String name;
  private final String scratch;
  private final String title;
  private Child latest;

  /** The feedback job: takes its file and writes down what this machine changes in it. */
  public Analyzer(Setting setting) {
    this(setting, FEEDBACK, Map.of());
  }

  /**
   * Takes a job's file and writes down what this machine changes in it; starts nothing.
   *
   * @param job the name of its file in {@code config/}, without the ending
   * @param changes of its keys, beside those of this machine
   */
  public Analyzer(Setting setting, String job, Map<String, String> changes) {
    this.home = setting.home();
    this.state = setting.state();
    boolean isFeedback = job.equals(FEEDBACK);
    this.title = isFeedback ? Part.SPARK.title() : job;
    this.file = job + ".json";
    this.name = isFeedback ? "analyzer" : job;
    this.scratch = isFeedback ? "spark" : "spark-" + job;
    String checkpoint = isFeedback ? "checkpoint" : "checkpoint-" + job;
    ConnectorFile changed =
        ConnectorFile.read(home.config(file))
            .with(
                Map.of(
                    "kafka.bootstrap.servers", setting.bootstrap(),
                    "checkpoint.location", state.path(checkpoint).toString(),
                    "trigger", setting.trigger().toString()))
            .with(changes);
    state.writePrivately(file, changed.json());
  }

  @Override
  public String title() {
    return title;
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
    state.emptied(scratch);
    return Child.start(
        new JavaCommand(
            name,
            jvm(),
            List.of(home.lib("spark")),
            "org.apache.spark.deploy.SparkSubmit",
            arguments(),
            Map.of(
                "SPARK_HOME",
                home.path().toString(),
                "SPARK_LOCAL_DIRS",
                state.path(scratch).toString(),
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
    List<String> arguments = new ArrayList<>(Jvm.arguments(home, "1g"));
    arguments.addAll(SparkOpens.ARGUMENTS);
    // Spark and its native libraries leave files there when they are killed.
    arguments.add("-Djava.io.tmpdir=" + state.path(scratch));
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
        "spark.sql.warehouse.dir=" + state.path(scratch).resolve("warehouse"),
        "--class",
        "io.bellwether.analyzer.Analyzer",
        jars.get(0).toString(),
        state.path(file).toString());
  }
}
