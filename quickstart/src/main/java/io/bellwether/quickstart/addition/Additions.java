package io.bellwether.quickstart.addition;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.quickstart.page.Page;
import io.bellwether.quickstart.page.Room;
import io.bellwether.quickstart.page.console.Wiring;
import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.process.Ports;
import io.bellwether.quickstart.process.StateFolder;
import io.bellwether.quickstart.stack.ConnectorFile;
import io.bellwether.quickstart.stack.Home;
import io.bellwether.quickstart.stack.Topics;
import io.bellwether.quickstart.trades.Exchanges;
import io.bellwether.quickstart.trips.TripsReplay;
import io.bellwether.standin.slack.SlackStandIn;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The additions of one demo, together. */
public final class Additions implements AutoCloseable {
  private final List<Addition> all = new ArrayList<>();

  private Additions() {}

  /** What can be added, as {@code --with} names it. */
  public enum Name {
    X,
    TRADES,
    TRIPS
  }

  /**
   * Where additions find their configuration, keep their state and choose a port.
   *
   * @param slack where alerts go
   * @param trades what happens on the exchanges, if they are added
   * @param trips which trips are replayed, if they are added
   */
  public record Place(
      Home home,
      StateFolder state,
      Ports ports,
      SlackStandIn slack,
      Exchanges.Choice trades,
      TripsReplay.Choice trips) {}

  /**
   * Starts these, each once; what has started is stopped again where one cannot.
   *
   * @throws LaunchException if one cannot start
   */
  public static Additions start(Collection<Name> names, Place place) {
    Additions additions = new Additions();
    try {
      for (Name name : Set.copyOf(names).stream().sorted().toList()) {
        additions.all.add(started(name, place));
      }
      return additions;
    } catch (RuntimeException failed) {
      additions.close();
      throw failed;
    }
  }

  private static Addition started(Name name, Place place) {
    try {
      return switch (name) {
        case X -> XAddition.start(place);
        case TRADES -> TradesAddition.start(place);
        case TRIPS -> TripsAddition.start(place);
      };
    } catch (UncheckedIOException failed) {
      throw new LaunchException(
          "What runs for "
              + name.name().toLowerCase(Locale.ROOT)
              + " cannot start: "
              + failed.getMessage()
              + ": "
              + failed.getCause().getMessage()
              + ". --fresh begins anew.",
          failed);
    }
  }

  public List<Addition.StandIn> standIns() {
    return all.stream().flatMap(each -> each.standIn().stream()).toList();
  }

  public Map<String, String> secrets() {
    Map<String, String> secrets = new HashMap<>();
    all.forEach(each -> secrets.putAll(each.secrets()));
    return secrets;
  }

  public List<ConnectorFile> connectors() {
    return all.stream().flatMap(each -> each.connectors().stream()).toList();
  }

  public List<Room> rooms() {
    return all.stream().flatMap(each -> each.rooms().stream()).toList();
  }

  public List<Topics.Topic> topics() {
    return all.stream().flatMap(each -> each.topics().stream()).toList();
  }

  public List<Addition.Job> jobs() {
    return all.stream().flatMap(each -> each.job().stream()).toList();
  }

  public void show(Page page, String bootstrap) {
    all.forEach(each -> each.show(page, bootstrap));
  }

  public void scored(JsonNode outcome) {
    all.forEach(each -> each.scored(outcome));
  }

  public Wiring wired(Wiring wiring) {
    Wiring wired = wiring;
    for (Addition each : all) {
      wired = each.wired(wired);
    }
    return wired;
  }

  /** Stops them, the last one first. */
  @Override
  public void close() {
    Collections.reverse(all);
    all.forEach(Addition::close);
    all.clear();
  }
}
