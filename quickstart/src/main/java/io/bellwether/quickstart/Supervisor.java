package io.bellwether.quickstart;

import io.bellwether.quickstart.page.KillSwitch;
import io.bellwether.quickstart.page.PartEvent;
import io.bellwether.quickstart.process.Child;
import io.bellwether.quickstart.process.Keeper;
import io.bellwether.quickstart.process.Service;
import io.bellwether.quickstart.process.Watch;
import io.bellwether.quickstart.stack.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps the parts up, kills them on demand, and tells what happens to them. */
final class Supervisor implements KillSwitch, AutoCloseable {
  private static final int REMEMBERED = 1_000;

  /** Of a line at the terminal or on the page; the whole is in the log. */
  private static final int LONGEST = 200;

  private final Watch watch;
  private final Consumer<PartEvent> audience;
  private final Map<Part, Keeper> keepers = new EnumMap<>(Part.class);
  private final Deque<PartEvent> history = new ArrayDeque<>();

  Supervisor(Watch watch, Consumer<PartEvent> audience) {
    this.watch = watch;
    this.audience = audience;
  }

  /** Starts a part for the first time; all but the broker need that. */
  Child start(Part part, Service service) throws InterruptedException {
    List<Keeper> needs = part == Part.BROKER ? List.of() : List.of(keepers.get(Part.BROKER));
    Keeper keeper = new Keeper(service, watch, new Chronicle(part), needs);
    keepers.put(part, keeper);
    return keeper.start();
  }

  void awaitReady(Part part) throws InterruptedException {
    keepers.get(part).awaitReady();
  }

  /** From now on the parts are kept up, and can be killed. */
  void keep() {
    keepers.values().forEach(Keeper::keep);
  }

  /** Returns when the user wants to stop; throws when a part can no longer be kept up. */
  void untilStopped() throws InterruptedException {
    watch.untilStopped(() -> keepers.values().forEach(Keeper::complain));
  }

  @Override
  public boolean kill(Part part) {
    return Optional.ofNullable(keepers.get(part)).filter(Keeper::kill).isPresent();
  }

  @Override
  public List<PartEvent> history() {
    synchronized (history) {
      return List.copyOf(history);
    }
  }

  private void tell(Part part, PartEvent.Kind kind, String text) {
    PartEvent event = new PartEvent(Instant.now(), part, kind, text);
    synchronized (history) {
      history.addLast(event);
      if (history.size() > REMEMBERED) {
        history.removeFirst();
      }
    }
    audience.accept(event);
  }

  /** Stops those that need the broker side by side, and the broker after them. */
  @Override
  public void close() {
    List<Keeper> users =
        List.of(Part.SPARK, Part.TRADES, Part.TRIPS, Part.CONNECT).stream()
            .filter(keepers::containsKey)
            .map(keepers::get)
            .toList();
    users.forEach(Keeper::terminate);
    users.forEach(Keeper::close);
    Optional.ofNullable(keepers.get(Part.BROKER)).ifPresent(Keeper::close);
  }

  /** Puts what happens to one part into words. */
  private final class Chronicle implements Keeper.Listener {
    private final Part part;

    private Chronicle(Part part) {
      this.part = part;
    }

    @Override
    public void killed(Child child) {
      tell(part, PartEvent.Kind.KILLED, "kill -9 " + child.pid());
    }

    @Override
    public void died(Child child) {
      tell(part, PartEvent.Kind.DIED, "ended with exit code " + child.exitCode());
    }

    @Override
    public void ails(String what) {
      String line = what.strip().replaceAll("\\s+", " ");
      tell(part, PartEvent.Kind.DIED, line.substring(0, Math.min(line.length(), LONGEST)));
    }

    @Override
    public void restarting() {
      tell(part, PartEvent.Kind.RESTARTING, "");
    }

    @Override
    public void ready(Duration gap) {
      tell(
          part,
          PartEvent.Kind.READY,
          String.format(Locale.ROOT, "after %.1f s", gap.toMillis() / 1000.0));
    }
  }
}
