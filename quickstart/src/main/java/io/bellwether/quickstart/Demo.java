package io.bellwether.quickstart;

import io.bellwether.quickstart.addition.Addition;
import io.bellwether.quickstart.addition.Additions;
import io.bellwether.quickstart.page.Page;
import io.bellwether.quickstart.page.PartEvent;
import io.bellwether.quickstart.page.console.Console;
import io.bellwether.quickstart.page.console.Wiring;
import io.bellwether.quickstart.process.Child;
import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.process.Ports;
import io.bellwether.quickstart.process.StateFolder;
import io.bellwether.quickstart.process.Watch;
import io.bellwether.quickstart.stack.Analyzer;
import io.bellwether.quickstart.stack.Broker;
import io.bellwether.quickstart.stack.Cast;
import io.bellwether.quickstart.stack.Connect;
import io.bellwether.quickstart.stack.ConnectService;
import io.bellwether.quickstart.stack.Home;
import io.bellwether.quickstart.stack.Part;
import io.bellwether.quickstart.stack.Setting;
import io.bellwether.quickstart.stack.Trigger;
import io.bellwether.quickstart.trades.Exchanges;
import io.bellwether.quickstart.trips.TripsReplay;
import io.bellwether.standin.slack.Options;
import io.bellwether.standin.slack.SlackStandIn;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All parts of the demo, started in order, and stopped in the reverse one. */
final class Demo {
  private static final int SLACK_PORT = 7701;

  private final Home home;
  private final Watch watch;
  private final Announcer announcer;
  private final long begin = System.nanoTime();

  Demo(Home home, Watch watch, PrintWriter out) {
    this.home = home;
    this.watch = watch;
    this.announcer = new Announcer(out);
  }

  /**
   * What the user chose.
   *
   * @param pagePort preferred port of the page
   * @param with what runs beside Slack
   * @param trades what happens on the exchanges, if they run too
   * @param trips which trips are replayed, if they are
   */
  record Choice(
      Path state,
      boolean fresh,
      int pagePort,
      Trigger trigger,
      List<Additions.Name> with,
      Exchanges.Choice trades,
      TripsReplay.Choice trips) {}

  /** Runs until the user stops it. */
  void run(Choice choice) {
    try (StateFolder state = StateFolder.open(choice.state, choice.fresh)) {
      RunFile.remove(state);
      LauncherLog.to(state);
      announcer.begin(state);
      Ports ports = Ports.usual();
      var slackOptions =
          Options.defaults().withPort(ports.near(SLACK_PORT)).withState(state.path("slack"));
      try (SlackStandIn slack = start(slackOptions);
          Additions additions =
              Additions.start(
                  choice.with,
                  new Additions.Place(home, state, ports, slack, choice.trades, choice.trips))) {
        run(choice, state, ports, slack, additions);
      }
    } catch (InterruptedException e) {
      // The user wants to stop before everything has started; what had has stopped again.
      announcer.stopping();
    }
    announcer.stopped();
  }

  private void run(
      Choice choice, StateFolder state, Ports ports, SlackStandIn slack, Additions additions)
      throws InterruptedException {
    Cast cast = Cast.in(slack.workspace());
    Broker broker = new Broker(home, state, ports, additions.topics());
    int pagePort = ports.near(choice.pagePort);
    try (Page page = Page.start(pagePort, slack.workspace(), cast.person(), additions.rooms());
        Supervisor parts = new Supervisor(watch, event -> tell(page, event))) {
      announcer.started("page", page.url().toString());
      announcer.started("Slack stand-in", slack.webApiUrl().toString());
      additions.standIns().forEach(each -> announcer.started(each.title(), each.url().toString()));
      announcer.started(Part.BROKER, broker.bootstrap(), parts.start(Part.BROKER, broker));
      additions.show(page, broker.bootstrap());
      page.starting("Starting Kafka");
      parts.awaitReady(Part.BROKER);
      var setting =
          new Setting(
              home,
              state,
              ports,
              broker.bootstrap(),
              slack.webApiUrl(),
              together(cast.secrets(), additions.secrets()),
              choice.trigger,
              additions.connectors());
      ConnectService connect = new ConnectService(setting);
      Child worker = parts.start(Part.CONNECT, connect);
      announcer.started(Part.CONNECT, connect.connect().url().toString(), worker);
      Child analyzer = parts.start(Part.SPARK, new Analyzer(setting));
      announcer.started(Part.SPARK, choice.trigger.toString(), analyzer);
      List<Part> more = startJobs(additions, setting, parts);
      try (Console console =
          Console.start(
              additions.wired(wiring(broker, connect.connect(), state)),
              slack.workspace(),
              outcome -> {
                page.scored(outcome);
                additions.scored(outcome);
              },
              page::measured)) {
        page.measuredBy(console::all);
        page.starting("Starting Connect and Spark");
        parts.awaitReady(Part.CONNECT);
        parts.awaitReady(Part.SPARK);
        for (Part part : more) {
          parts.awaitReady(part);
        }
        parts.keep();
        page.arm(parts);
        runFile(cast, page, slack, broker).write(state);
        announcer.steps(connect.connect(), state);
        page.ready();
        announcer.ready(page.url(), Duration.ofNanos(System.nanoTime() - begin));
        parts.untilStopped();
        announcer.stopping();
      } finally {
        RunFile.remove(state);
      }
    }
  }

  private List<Part> startJobs(Additions additions, Setting setting, Supervisor parts)
      throws InterruptedException {
    List<Part> started = new ArrayList<>();
    for (Addition.Job each : additions.jobs()) {
      Part part = each.part();
      // None of them can work continuously: they remember.
      Setting batches = setting.with(Trigger.MICRO_BATCH);
      Child child = parts.start(part, new Analyzer(batches, each.file(), each.changes()));
      announcer.started(part, Trigger.MICRO_BATCH.toString(), child);
      started.add(part);
    }
    return started;
  }

  private static Map<String, String> together(Map<String, String> some, Map<String, String> more) {
    Map<String, String> all = new HashMap<>(some);
    all.putAll(more);
    return all;
  }

  private void tell(Page page, PartEvent event) {
    page.happened(event);
    announcer.happened(event);
  }

  private static Wiring wiring(Broker broker, Connect connect, StateFolder state) {
    return Wiring.of(
        broker.bootstrap(),
        connect.url(),
        state.path("checkpoint"),
        connect.connector("slack-source"),
        connect.connector("slack-sink"));
  }

  private static SlackStandIn start(Options options) {
    try {
      return SlackStandIn.start(options);
    } catch (UncheckedIOException e) {
      throw new LaunchException(
          "The Slack stand-in cannot start: "
              + e.getMessage()
              + ": "
              + e.getCause().getMessage()
              + ". --fresh begins anew.",
          e);
    }
  }

  private static RunFile runFile(Cast cast, Page page, SlackStandIn slack, Broker broker) {
    return new RunFile(
        ProcessHandle.current().pid(),
        page.url(),
        slack.webApiUrl(),
        cast.people().userToken(),
        cast.people().appToken(),
        broker.bootstrap());
  }
}
