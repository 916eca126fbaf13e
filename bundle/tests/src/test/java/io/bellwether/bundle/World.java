package io.bellwether.bundle;

import io.bellwether.chaos.check.Topic;
import io.bellwether.quickstart.stack.Cast;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Message;
import io.bellwether.standin.slack.SlackStandIn;
import io.bellwether.standin.slack.User;
import io.bellwether.standin.slack.Workspace;
import io.bellwether.standin.trades.Draft;
import io.bellwether.standin.trades.Market;
import io.bellwether.standin.trades.Side;
import io.bellwether.standin.trades.TradesStandIn;
import io.bellwether.standin.x.XApp;
import io.bellwether.standin.x.XStandIn;
import io.bellwether.standin.x.XUser;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Slack, X and Kraken as far as the samples of {@code config/} know them. */
final class World implements AutoCloseable {
  /** X takes half a minute to find a post. */
  private static final Duration SEARCH_DELAY = Duration.ofMillis(500);

  private final SlackStandIn slack =
      SlackStandIn.start(io.bellwether.standin.slack.Options.defaults());
  private final XStandIn x =
      XStandIn.start(io.bellwether.standin.x.Options.defaults().withSearchDelay(SEARCH_DELAY));
  private final TradesStandIn trades =
      TradesStandIn.start(io.bellwether.standin.trades.Options.defaults());
  private final Cast cast = Cast.in(slack.workspace());
  private final XApp app = x.apps().app("bellwether");
  private final XUser ana = x.timeline().user("ana");
  private final Market bitcoin = trades.markets().list("kraken:BTC/USD");
  private int made;

  World() {
    trades.markets().list("kraken:ETH/USD");
    List.of("trade-alerts", "trip-alerts").forEach(room -> Cast.room(slack.workspace(), room));
  }

  /** What a worker has in its environment. */
  Map<String, String> secrets() {
    Map<String, String> secrets = new HashMap<>(cast.secrets());
    secrets.put("X_BEARER_TOKEN", app.bearerToken());
    return secrets;
  }

  /** Every sample of {@code config/}, by the name of its file. */
  Map<String, Story> stories(String bootstrap) {
    Map<String, Story> stories = new HashMap<>();
    stories.put("slack-source", slackSource(bootstrap));
    stories.put("twitter-source", xSource(bootstrap));
    stories.put("nomics-source", tradesSource(bootstrap));
    stories.put("slack-sink", sink(bootstrap, "negative-feedback"));
    stories.put("trade-alerts-sink", sink(bootstrap, "trade-alerts"));
    stories.put("trip-alerts-sink", sink(bootstrap, "trip-alerts"));
    return stories;
  }

  private Story slackSource(String bootstrap) {
    Workspace workspace = slack.workspace();
    Channel channel = workspace.channel("feedback").orElseThrow();
    User person = cast.person();
    return new SourceStory(
        new SourceStory.Subject(
            Map.of("slack.api.url", slack.webApiUrl().toString()),
            "feedback",
            "slack:",
            () -> {
              Message message = workspace.post(person, channel, "Message " + ++made);
              return "slack:%s:%s:%s:0".formatted(workspace.teamId(), channel.id(), message.ts());
            },
            // A second before what is meant.
            id ->
                Map.of(
                    "drained_to", (Long.parseLong(part(id, 3).split("\\.")[0]) - 1) + ".000000")),
        bootstrap);
  }

  private Story xSource(String bootstrap) {
    return new SourceStory(
        new SourceStory.Subject(
            Map.of(
                "x.api.url", x.url().toString(), "settle.ms", "1000", "poll.interval.ms", "1000"),
            "feedback",
            "x:",
            () ->
                "x:%d:0"
                    .formatted(
                        x.timeline()
                            .post(
                                io.bellwether.standin.x.Draft.of(ana, ++made + " about #Azure")
                                    .in("en"))
                            .id()),
            id -> Map.of("since_id", String.valueOf(Long.parseLong(part(id, 1)) - 1))),
        bootstrap);
  }

  private Story tradesSource(String bootstrap) {
    Map<String, Instant> times = new HashMap<>();
    return new SourceStory(
        new SourceStory.Subject(
            Map.of("trades.api.url", trades.url() + "/0/public/"),
            "trades",
            "trade:",
            () -> {
              Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
              String price = ++made + ".25";
              String id =
                  "trade:kraken:BTC/USD:"
                      + trades.markets().trade(Draft.of(bitcoin, now, price, "1", Side.BUY)).id();
              times.put(id, now);
              return id;
            },
            id -> Map.of("timestamp", times.get(id).minusMillis(1).toString())),
        bootstrap);
  }

  private Story sink(String bootstrap, String topic) {
    return new SinkStory(slack, topic, bootstrap);
  }

  private static String part(String id, int number) {
    return id.split(":")[number];
  }

  /** A reader that sees what comes from now on. */
  static Arrivals arrivals(String bootstrap, String topic) {
    Topic reader = Topic.committed(bootstrap, topic);
    int before = reader.eventIds().size();
    return new Arrivals(reader, before);
  }

  /** The event ids that have come into a topic. */
  record Arrivals(Topic reader, int before) implements AutoCloseable {
    List<String> eventIds() {
      List<String> all = reader.eventIds();
      return all.subList(before, all.size());
    }

    @Override
    public void close() {
      reader.close();
    }
  }

  @Override
  public void close() {
    slack.close();
    x.close();
    trades.close();
  }
}
