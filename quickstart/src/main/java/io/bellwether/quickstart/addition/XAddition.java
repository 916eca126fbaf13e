package io.bellwether.quickstart.addition;

import io.bellwether.quickstart.page.Room;
import io.bellwether.quickstart.page.XRoom;
import io.bellwether.quickstart.page.console.Wiring;
import io.bellwether.quickstart.page.console.XWiring;
import io.bellwether.quickstart.stack.ConnectorFile;
import io.bellwether.standin.x.Options;
import io.bellwether.standin.x.XApp;
import io.bellwether.standin.x.XStandIn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** X: its stand-in, and the source that reads it into the same topic as Slack's. */
final class XAddition implements Addition {
  private static final int PORT = 7702;

  /** X itself gives a post half a minute later: nobody wants to wait that long at a demo. */
  private static final Duration SEARCH_DELAY = Duration.ofSeconds(1);

  /** Posts at once by the stream, all that is there, and no bound: nothing here costs anything. */
  private static final Map<String, String> LIVELY =
      Map.of(
          "mode", "stream",
          "start.time", "earliest",
          "settle.ms", "1000",
          "stream.search.interval.ms", "5000",
          "max.posts.per.day", "1000000000");

  private final XStandIn x;
  private final XApp app;
  private final ConnectorFile source;
  private final XWiring wiring;

  private XAddition(XStandIn x, ConnectorFile file) {
    this.x = x;
    this.app = x.apps().app("bellwether");
    this.source = file.with(LIVELY).with(Map.of("x.api.url", x.url().toString()));
    this.wiring = XWiring.of(x, source);
  }

  static Addition start(Additions.Place place) {
    ConnectorFile file = ConnectorFile.read(place.home().config("twitter-source.json"));
    Options options =
        Options.defaults()
            .withPort(place.ports().near(PORT))
            .withState(place.state().path("x"))
            .withSearchDelay(SEARCH_DELAY);
    return new XAddition(XStandIn.start(options), file);
  }

  @Override
  public Optional<StandIn> standIn() {
    return Optional.of(new StandIn("X stand-in", x.url()));
  }

  @Override
  public Map<String, String> secrets() {
    return Map.of("X_BEARER_TOKEN", app.bearerToken());
  }

  @Override
  public List<ConnectorFile> connectors() {
    return List.of(source);
  }

  @Override
  public List<Room> rooms() {
    return List.of(new XRoom(x.timeline(), x.timeline().user("you"), wiring::isFound));
  }

  @Override
  public Wiring wired(Wiring wired) {
    return wired.with(wiring);
  }

  @Override
  public void close() {
    x.close();
  }
}
