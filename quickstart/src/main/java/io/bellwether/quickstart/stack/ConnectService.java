package io.bellwether.quickstart.stack;

import io.bellwether.quickstart.process.Child;
import io.bellwether.quickstart.process.LogFile;
import io.bellwether.quickstart.process.Service;
import io.bellwether.quickstart.process.Watch;
import java.time.Duration;
import java.util.Optional;

/**
 * Connect as something that is kept up. A worker that was killed finds its connectors in its
 * topics; a task that failed because the broker was gone is started again, which Connect leaves to
 * others.
 */
public final class ConnectService implements Service {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** A task that has not recovered by then is started once more. */
  private static final Duration CONVALESCENCE = Duration.ofSeconds(15);

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final Setting setting;
  private Connect connect;
  private boolean before;
  private long lastLook = System.nanoTime();

  public ConnectService(Setting setting) {
    this.setting = setting;
  }

  @Override
  public String title() {
    return Part.CONNECT.title();
  }

  @Override
  public Child start(Watch watch) throws InterruptedException {
    OpenTransactions.abort(setting.bootstrap(), ConnectWorker.group(setting.home()), watch);
    before = connect != null;
    connect = before ? connect.again(watch) : Connect.start(setting, watch);
    return connect.worker();
  }

  @Override
  public void awaitReady(Watch watch) throws InterruptedException {
    if (before) {
      WorkerApi rest = WorkerApi.startedHere(connect.url(), watch);
      rest.awaitReady();
      for (ConnectorFile connector : connect.connectors()) {
        String name = connector.name();
        watch.until("the tasks of " + name, PATIENCE, () -> settled(rest, name));
      }
    } else {
      connect.awaitReady();
    }
  }

  /**
   * The status may be that of before the kill, until the task has started again. What it has done
   * in this run is in the worker's log.
   */
  private Optional<Boolean> settled(WorkerApi rest, String connector) throws InterruptedException {
    return rest.status(connector)
        .map(ConnectorStatus::tasks)
        .filter(tasks -> !tasks.isEmpty() && tasks.stream().allMatch(this::hasBegun))
        .map(tasks -> true);
  }

  private boolean hasBegun(ConnectorStatus.Task task) {
    LogFile log = connect.worker().log();
    String mark = "{id=" + task.id() + "}";
    return log.tells(mark, "finished initialization and start")
        || log.tells(mark, "unrecoverable exception");
  }

  @Override
  public Optional<String> ailment() throws InterruptedException {
    if (System.nanoTime() - lastLook < BETWEEN_LOOKS.toNanos()) {
      return Optional.empty();
    }
    WorkerApi rest = WorkerApi.startedHere(connect.url(), new Watch());
    Optional<String> found = Optional.empty();
    for (ConnectorFile connector : connect.connectors()) {
      if (found.isEmpty()) {
        found = rest.status(connector.name()).flatMap(ConnectorStatus::failure);
      }
    }
    lastLook = System.nanoTime();
    return found;
  }

  @Override
  public boolean cure(Watch watch) throws InterruptedException {
    WorkerApi rest = WorkerApi.startedHere(connect.url(), watch);
    for (ConnectorFile connector : connect.connectors()) {
      rest.restartFailed(connector.name());
    }
    long end = System.nanoTime() + CONVALESCENCE.toNanos();
    for (ConnectorFile connector : connect.connectors()) {
      watch.until(
          connector.name() + " to run again",
          PATIENCE,
          () ->
              runs(rest, connector) || System.nanoTime() > end
                  ? Optional.of(true)
                  : Optional.empty());
    }
    return System.nanoTime() <= end;
  }

  private static boolean runs(WorkerApi rest, ConnectorFile connector) throws InterruptedException {
    return rest.status(connector.name()).filter(ConnectorStatus::runs).isPresent();
  }

  /** The worker as it runs now. */
  public Connect connect() {
    return connect;
  }
}
