package io.bellwether.quickstart.addition;

import io.bellwether.quickstart.page.Page;
import io.bellwether.quickstart.page.console.Story;
import io.bellwether.quickstart.page.trips.TripsConsole;
import io.bellwether.quickstart.page.trips.TripsMeasures;
import io.bellwether.quickstart.stack.Cast;
import io.bellwether.quickstart.stack.ConnectorFile;
import io.bellwether.quickstart.stack.Part;
import io.bellwether.quickstart.stack.Topics;
import io.bellwether.quickstart.stack.TripTopics;
import io.bellwether.quickstart.trips.TripsReplay;
import io.bellwether.standin.slack.SlackStandIn;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trips of a bike share: their replay, the job that counts them, a sink that posts its alerts. */
final class TripsAddition implements Addition {
  private final TripsReplay replay;
  private final SlackStandIn slack;
  private final ConnectorFile sink;
  private Story<TripsMeasures.Now> console;

  private TripsAddition(TripsReplay replay, Additions.Place place) {
    this.replay = replay;
    this.slack = place.slack();
    this.sink =
        ConnectorFile.read(place.home().config("trip-alerts-sink.json"))
            .with(
                Map.of(
                    "slack.api.url",
                    slack.webApiUrl().toString(),
                    "errors.deadletterqueue.topic.name",
                    TripTopics.DEAD_ALERTS));
  }

  static Addition start(Additions.Place place) {
    Cast.room(place.slack().workspace(), TripTopics.ALERTS);
    return new TripsAddition(TripsReplay.of(place.state().path(), place.trips()), place);
  }

  @Override
  public List<ConnectorFile> connectors() {
    return List.of(sink);
  }

  @Override
  public List<Topics.Topic> topics() {
    return TripTopics.ALL;
  }

  @Override
  public Optional<Job> job() {
    return Optional.of(new Job(Part.TRIPS, "trips-analyzer", Map.of()));
  }

  @Override
  public void show(Page page, String bootstrap) {
    console = TripsConsole.start(bootstrap, slack.workspace(), now -> page.measured(now));
    page.tripsBy(console::all);
    replay.open(bootstrap);
  }

  @Override
  public void close() {
    replay.close();
    if (console != null) {
      console.close();
    }
  }
}
