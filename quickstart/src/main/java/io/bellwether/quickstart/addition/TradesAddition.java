package io.bellwether.quickstart.addition;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.quickstart.page.Page;
import io.bellwether.quickstart.page.trades.TradesConsole;
import io.bellwether.quickstart.stack.Cast;
import io.bellwether.quickstart.stack.ConnectorFile;
import io.bellwether.quickstart.stack.Part;
import io.bellwether.quickstart.stack.Topics;
import io.bellwether.quickstart.stack.TradeTopics;
import io.bellwether.quickstart.trades.Exchanges;
import io.bellwether.standin.slack.SlackStandIn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trades: the exchanges' stand-in, the source that reads them over Nomics' API, the job that
 * watches them, and a second sink that posts its alerts.
 */
final class TradesAddition implements Addition {
  private static final int PORT = 7703;

  private final Exchanges exchanges;
  private final SlackStandIn slack;
  private final boolean recorded;
  private final List<ConnectorFile> connectors;
  private TradesConsole console;

  private TradesAddition(Exchanges exchanges, Additions.Place place) {
    this.exchanges = exchanges;
    this.slack = place.slack();
    this.recorded = place.trades().file().isPresent();
    this.connectors =
        List.of(
            source(ConnectorFile.read(place.home().config("nomics-source.json"))),
            sink(ConnectorFile.read(place.home().config("trade-alerts-sink.json"))));
  }

  static Addition start(Additions.Place place) {
    Cast.room(place.slack().workspace(), TradeTopics.ALERTS);
    Exchanges exchanges =
        Exchanges.start(place.ports().near(PORT), place.state().path("exchanges"), place.trades());
    try {
      return new TradesAddition(exchanges, place);
    } catch (RuntimeException failed) {
      exchanges.close();
      throw failed;
    }
  }

  /** All markets, from the first trade on, as often as a machine of one's own allows. */
  private ConnectorFile source(ConnectorFile file) {
    return file.without("markets")
        .with(
            Map.of(
                "trades.api", "nomics",
                "trades.api.url", exchanges.url().toString(),
                "trades.api.key", "${env:TRADES_API_KEY}",
                "markets.include", ".*",
                "start.from", "beginning",
                // New ones of a recording are to show soon.
                "markets.interval.ms", "10000",
                "staleness.ms", "5000",
                "requests.per.second", "9"));
  }

  private ConnectorFile sink(ConnectorFile file) {
    return file.with(
        Map.of(
            "slack.api.url",
            slack.webApiUrl().toString(),
            "errors.deadletterqueue.topic.name",
            TradeTopics.DEAD_ALERTS));
  }

  @Override
  public Optional<StandIn> standIn() {
    return Optional.of(new StandIn("exchanges", exchanges.url()));
  }

  @Override
  public Map<String, String> secrets() {
    return Map.of("TRADES_API_KEY", exchanges.key());
  }

  @Override
  public List<ConnectorFile> connectors() {
    return connectors;
  }

  @Override
  public List<Topics.Topic> topics() {
    return TradeTopics.ALL;
  }

  /** Shorter windows and less quiet than anybody would want outside of a demo. */
  @Override
  public Optional<Job> job() {
    Map<String, String> changes = new HashMap<>();
    changes.put("indicators", "record,spike,volume,round-trip,level");
    changes.put("indicator.record.settle.minutes", "30");
    changes.put("indicator.level.type", "threshold");
    changes.put("indicator.level.level", "11200");
    // Nomics tells markets by each exchange's own id.
    changes.put("indicator.level.markets", ".*:(BTC[-/]?USD|XXBTZUSD)");
    for (String name : List.of("spike", "volume")) {
      changes.put("indicator." + name + ".window.minutes", "1");
      changes.put("indicator." + name + ".past.at.least", "20");
      changes.put("indicator." + name + ".quiet.minutes", "2");
    }
    // Recorded trades are old by nature; of made-up ones the hour before the start is the past.
    changes.put("alerts.max.age.minutes", recorded ? "0" : "3");
    return Optional.of(new Job(Part.TRADES, "trades-analyzer", changes));
  }

  @Override
  public void show(Page page, String bootstrap) {
    console =
        TradesConsole.start(
            bootstrap, slack.workspace(), exchanges::happened, now -> page.measured(now));
    page.marketsBy(console::all);
    exchanges.open();
  }

  @Override
  public void scored(JsonNode outcome) {
    console.scored(outcome);
  }

  @Override
  public void close() {
    if (console != null) {
      console.close();
    }
    exchanges.close();
  }
}
