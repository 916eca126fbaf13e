package io.bellwether.bundle;

import io.bellwether.quickstart.process.Child;
import io.bellwether.quickstart.process.JavaCommand;
import io.bellwether.quickstart.process.Ports;
import io.bellwether.quickstart.process.StateFolder;
import io.bellwether.quickstart.process.Watch;
import io.bellwether.quickstart.stack.Home;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * A stock worker as a stranger starts it: a plugin path, the shipped settings, secrets in its
 * environment.
 */
final class Worker implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final String LOG4J_1 =
      """
      log4j.rootLogger=WARN, stdout
      log4j.logger.io.bellwether=INFO
      log4j.appender.stdout=org.apache.log4j.ConsoleAppender
      log4j.appender.stdout.layout=org.apache.log4j.PatternLayout
      log4j.appender.stdout.layout.ConversionPattern=%d{ISO8601} %-5p %c - %m%n
      """;

  private final StateFolder state;
  private final Child child;
  private final Watch watch = new Watch();
  private final Rest rest;

  private Worker(StateFolder state, Child child, Rest rest) {
    this.state = state;
    this.child = watch.over(child);
    this.rest = rest;
  }

  /**
   * What a worker is to be.
   *
   * @param discovery of plugins, as {@code plugin.discovery} takes it
   * @param archives what is unpacked into its plugin path
   * @param secrets its environment
   */
  record Setting(
      Release release, String discovery, List<Archive> archives, Map<String, String> secrets) {}

  /** Starts one in a new folder and waits until it answers. */
  static Worker start(Setting setting, Path folder, String bootstrap) throws Exception {
    Home home = Home.ofThisProgram();
    StateFolder state = StateFolder.open(folder, true);
    Path plugins = state.path("plugins");
    setting.archives().forEach(archive -> archive.unpackInto(plugins));
    state.writePrivately("log4j.properties", LOG4J_1);
    URI url = URI.create("http://127.0.0.1:" + Ports.any().near(0));
    // Workers of one group share these.
    String group = "stranger-" + folder.getFileName();
    Properties properties = new Properties();
    try (Reader shipped = Files.newBufferedReader(home.config("worker.properties"))) {
      properties.load(shipped);
    }
    properties.putAll(
        Map.of(
            "bootstrap.servers",
            bootstrap,
            "listeners",
            url.toString(),
            "plugin.path",
            plugins.toString(),
            "plugin.discovery",
            setting.discovery(),
            "group.id",
            group,
            "config.storage.topic",
            group + "-configs",
            "offset.storage.topic",
            group + "-offsets",
            "status.storage.topic",
            group + "-status"));
    StringWriter text = new StringWriter();
    properties.store(text, null);
    state.writePrivately("worker.properties", text.toString());
    List<String> lean =
        List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");
    JavaCommand command =
        new JavaCommand(
            "worker",
            concat(lean, setting.release().logging(home, state.path("log4j.properties"))),
            List.of(setting.release().classPath(home)),
            "org.apache.kafka.connect.cli.ConnectDistributed",
            List.of(state.path("worker.properties").toString()),
            setting.secrets());
    Worker worker = new Worker(state, Child.start(command, state), new Rest(url));
    try {
      worker.await("the worker", () -> worker.rest.get("/connectors").status() == 200);
      return worker;
    } catch (InterruptedException | RuntimeException failed) {
      worker.close();
      throw failed;
    }
  }

  private static List<String> concat(List<String> some, List<String> more) {
    return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
  }

  /** Something to wait for. */
  interface Condition {
    boolean holds() throws Exception;
  }

  /**
   * Waits for something while the worker lives; a worker that dies is shown with the end of its
   * log.
   */
  void await(String what, Condition condition) throws InterruptedException {
    watch.until(what, PATIENCE, () -> holds(condition) ? Optional.of(true) : Optional.empty());
  }

  private static boolean holds(Condition condition) throws InterruptedException {
    try {
      return condition.holds();
    } catch (InterruptedException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      // It does not listen yet.
      return false;
    }
  }

  Rest rest() {
    return rest;
  }

  /** All that it has logged. */
  String log() throws IOException {
    return Files.readString(child.log().path());
  }

  @Override
  public void close() {
    watch.release(child);
    child.close();
    state.close();
  }
}
