package io.bellwether.quickstart.stack;

import io.bellwether.quickstart.process.Child;
import io.bellwether.quickstart.process.Watch;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** A running worker and the connectors of {@code config/} that are meant for it. */
public final class Connect implements AutoCloseable {
  private static final List<String> CONNECTORS = List.of("slack-source", "slack-sink");

  private final Watch watch;
  private final List<ConnectorFile> connectors;
  private final URI url;
  private final Function<Watch, Child> start;
  private final Child worker;

  private Connect(
      Watch watch, List<ConnectorFile> connectors, URI url, Function<Watch, Child> start) {
    this.watch = watch;
    this.connectors = connectors;
    this.url = url;
    this.start = start;
    this.worker = start.apply(watch);
  }

  /** Starts the worker; returns before it is ready. */
  public static Connect start(Setting setting, Watch watch) {
    List<ConnectorFile> connectors =
        Stream.concat(
                CONNECTORS.stream()
                    .map(name -> ConnectorFile.read(setting.home().config(name + ".json")))
                    .map(file -> file.with(Map.of("slack.api.url", setting.slackApi().toString()))),
                setting.added().stream())
            .toList();
    connectors.forEach(
        file -> setting.state().writePrivately(file.name() + ".json", file.configJson()));
    ConnectWorker worker =
        new ConnectWorker(setting.home(), setting.state(), setting.ports(), setting.bootstrap());
    return new Connect(
        watch, connectors, worker.url(), under -> worker.start(under, setting.secrets()));
  }

  /** Starts the worker again, where it was; returns before it is ready. */
  Connect again(Watch under) {
    return new Connect(under, connectors, url, start);
  }

  /** Submits the connectors, checked, and waits until all their tasks run. */
  public void awaitReady() throws InterruptedException {
    WorkerApi rest = WorkerApi.startedHere(url, watch);
    rest.awaitReady();
    for (ConnectorFile connector : connectors) {
      rest.validate(connector);
      rest.submit(connector);
    }
    for (ConnectorFile connector : connectors) {
      rest.awaitRunning(connector.name());
    }
  }

  /** The worker's REST API. */
  public URI url() {
    return url;
  }

  public Child worker() {
    return worker;
  }

  /** The connectors as they are submitted; the configuration of each stands in the state folder. */
  public List<ConnectorFile> connectors() {
    return connectors;
  }

  /** One of them, by name. */
  public ConnectorFile connector(String name) {
    return connectors.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  @Override
  public void close() {
    watch.release(worker);
    worker.close();
  }
}
