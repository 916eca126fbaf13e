package io.bellwether.quickstart.stack;

import io.bellwether.quickstart.process.Child;
import io.bellwether.quickstart.process.JavaCommand;
import io.bellwether.quickstart.process.Ports;
import io.bellwether.quickstart.process.StateFolder;
import io.bellwether.quickstart.process.Watch;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A stock Connect worker in distributed mode, with the distribution's plugins. */
public final class ConnectWorker {
  private static final int PORT = 8083;

  private final Home home;
  private final StateFolder state;
  private final int port;
  private final Path settings;

  /** Chooses a port and writes the settings; starts nothing. */
  public ConnectWorker(Home home, StateFolder state, Ports ports, String bootstrap) {
    this.home = home;
    this.state = state;
    this.port = ports.near(PORT);
    this.settings =
        Settings.write(
            home.config("worker.properties"),
            Map.of(
                "bootstrap.servers",
                bootstrap,
                "listeners",
                "http://127.0.0.1:" + port,
                "plugin.path",
                home.plugins().toString()),
            state);
  }

  /** The name of the group that the distribution's workers make. */
  static String group(Home home) {
    return Settings.read(home.config("worker.properties")).getProperty("group.id");
  }

  /** Its REST API. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /**
   * Starts it.
   *
   * @param secrets what connectors may read by name, through the environment
   */
  public Child start(Watch watch, Map<String, String> secrets) {
    return watch.over(
        Child.start(
            new JavaCommand(
                "worker",
                Jvm.arguments(home, "512m"),
                List.of(home.lib("kafka")),
                "org.apache.kafka.connect.cli.ConnectDistributed",
                List.of(settings.toString()),
                secrets),
            state));
  }
}
