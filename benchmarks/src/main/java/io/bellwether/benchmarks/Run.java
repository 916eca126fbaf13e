package io.bellwether.benchmarks;

import io.bellwether.benchmarks.Plan.Measure;
import io.bellwether.benchmarks.load.SteadyClock;
import io.bellwether.benchmarks.measure.AzureWay;
import io.bellwether.benchmarks.measure.Drain;
import io.bellwether.benchmarks.measure.KafkaToKafka;
import io.bellwether.benchmarks.measure.Lanes;
import io.bellwether.benchmarks.measure.Outcome;
import io.bellwether.benchmarks.measure.PostToAlert;
import io.bellwether.benchmarks.measure.TradesDrain;
import io.bellwether.benchmarks.measure.TradesToAlerts;
import io.bellwether.benchmarks.report.Report.Section;
import io.bellwether.benchmarks.stack.BenchStack;
import io.bellwether.benchmarks.stack.BenchStack.Place;
import io.bellwether.quickstart.process.Child;
import io.bellwether.quickstart.stack.Connect;
import io.bellwether.quickstart.stack.Trigger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** One run: for each trigger a fresh stack, and one for the backlog. */
final class Run {
  private final Plan plan;
  private final Place place;
  private final SteadyClock clock = new SteadyClock();
  private final Consumer<String> progress;

  /**
   * @param place of which each stack gets a folder in the folder
   * @param progress told what goes on
   */
  Run(Plan plan, Place place, Consumer<String> progress) {
    this.plan = plan;
    this.place = place;
    this.progress = progress;
  }

  /** Everything about latency. */
  List<Section> latencies() throws Exception {
    List<Section> sections = new ArrayList<>();
    if (plan.has(Measure.ALERT) || plan.has(Measure.KAFKA)) {
      for (Trigger trigger : plan.triggers()) {
        latencies(trigger, sections);
      }
    }
    if (plan.has(Measure.TRADES)) {
      progress.accept("trades: starting Kafka and Spark");
      try (BenchStack stack = BenchStack.start(placeOf("trades"), clock)) {
        var load = plan.trades();
        sections.add(
            section(
                "Trade to alert, micro-batch",
                load.perSecond(),
                new TradesToAlerts(stack, clock, load).run()));
      }
    }
    return sections;
  }

  private void latencies(Trigger trigger, List<Section> sections) throws Exception {
    progress.accept(trigger + ": starting Kafka, Spark and Connect");
    try (BenchStack stack = BenchStack.start(placeOf(trigger.toString()), clock)) {
      Lanes.create(stack);
      Child pipe = stack.startPlainPipe(Lanes.PLAIN, Lanes.PARTITIONS, Lanes.PLAIN_PREFIX);
      stack.startAnalyzer(trigger);
      if (plan.has(Measure.ALERT)) {
        Connect connect = stack.startConnect();
        var load = plan.alert();
        progress.accept(trigger + ": from Slack to the alert");
        sections.add(
            section(
                "Post to alert, " + trigger,
                load.perSecond(),
                new PostToAlert(stack, clock, load).run()));
        // So that the sink does not post what the next measurement writes.
        stack.stop(connect.worker());
      }
      if (plan.has(Measure.KAFKA)) {
        var load = plan.kafka();
        progress.accept(trigger + ": from topic to topic");
        sections.add(
            section(
                "Topic to topic, " + trigger,
                load.perSecond(),
                new KafkaToKafka(stack, clock, load).run()));
      }
      stack.stop(pipe);
    }
  }

  private static Section section(String title, double perSecond, Outcome outcome) {
    return new Section(String.format(Locale.ROOT, "%s, %.0f/s", title, perSecond), outcome);
  }

  /** The backlog; null if that was not asked for. */
  Drain.Result drain() throws InterruptedException {
    if (!plan.has(Measure.DRAIN)) {
      return null;
    }
    progress.accept("backlog: replay, analyzer, plain pipe");
    try (BenchStack stack = BenchStack.start(placeOf("drain"), clock)) {
      Lanes.create(stack);
      return new Drain(stack, plan.drain()).run();
    }
  }

  /** Scoring with Azure; null if that was not asked for. */
  AzureWay.Result azure() throws InterruptedException {
    if (!plan.has(Measure.AZURE)) {
      return null;
    }
    progress.accept("azure: one by one, replay, analyzer");
    Place here = placeOf("azure");
    try (AzureWay azure = new AzureWay(plan.azure())) {
      Map<String, Map<String, String>> changes = new TreeMap<>(here.changes());
      Map<String, String> settings = new TreeMap<>(azure.settings());
      settings.putAll(changes.getOrDefault("feedback-analyzer", Map.of()));
      changes.put("feedback-analyzer", settings);
      Place place = new Place(here.distribution(), here.folder(), here.classPath(), changes);
      try (BenchStack stack = BenchStack.start(place, clock)) {
        Lanes.create(stack);
        return azure.run(stack);
      }
    }
  }

  /** A backlog of trades; null if that was not asked for. */
  TradesDrain.Result trades() throws InterruptedException {
    if (!plan.has(Measure.TRADES)) {
      return null;
    }
    progress.accept("backlog of trades: trades job, plain program");
    try (BenchStack stack = BenchStack.start(placeOf("trades-drain"), clock)) {
      return new TradesDrain(stack, plan.trades()).run();
    }
  }

  private Place placeOf(String stack) {
    // Slack allows a post a second and channel, and so does the sink; the stand-in's limit is
    // lifted, so that the rate is the only one.
    Map<String, Map<String, String>> changes = new TreeMap<>(place.changes());
    changes.computeIfAbsent("slack-sink", name -> new TreeMap<>());
    changes.get("slack-sink").putIfAbsent("post.interval.ms", "0");
    Path folder = place.folder().resolve(stack);
    return new Place(place.distribution(), folder, place.classPath(), changes);
  }
}
