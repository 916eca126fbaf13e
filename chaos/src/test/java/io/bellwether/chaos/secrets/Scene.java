package io.bellwether.chaos.secrets;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.chaos.lab.Lab;
import io.bellwether.chaos.lab.Notes;
import io.bellwether.chaos.lab.TaskStates;
import io.bellwether.chaos.lab.Worker;
import io.bellwether.chaos.secrets.EchoingProxy.Mood;
import io.bellwether.quickstart.stack.ConnectorFile;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Workspace;
import io.bellwether.standin.trades.Draft;
import io.bellwether.standin.trades.Market;
import io.bellwether.standin.trades.Side;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/** A worker that logs everything with all connectors: at work, then before nasty services. */
final class Scene implements AutoCloseable {
  static final List<String> CONNECTORS =
      List.of("slack-source", "slack-sink", "twitter-source", "nomics-source");

  /** Begins each text that a person has written. */
  static final String WORDS = "canary-words";

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String MARKET = "bitfinex:BTC/USD";

  private final Map<String, ConnectorFile> submitted = new HashMap<>();
  private final EchoingProxy proxy;
  private final Lab<Canaries> lab;
  private final Worker worker;
  private final Answers answers;
  private int alerts;

  Scene(Path folder) throws Exception {
    proxy = new EchoingProxy();
    lab = Lab.open(folder, new Notes(new PrintWriter(Writer.nullWriter())), new Canaries());
    worker = lab.worker();
    answers = new Answers(worker.url());
    for (String logger : List.of("root", "io.bellwether", "org.apache.kafka.connect.runtime")) {
      answers.call("PUT", "/admin/loggers/" + logger, "{\"level\":\"TRACE\"}");
    }
  }

  Canaries place() {
    return lab.place();
  }

  Worker worker() {
    return worker;
  }

  Answers answers() {
    return answers;
  }

  String bootstrap() {
    return lab.bootstrap();
  }

  Path log() {
    return worker.state().log("worker");
  }

  /** As submitted, with references instead of secrets. */
  Map<String, String> config(String connector) {
    return submitted.get(connector).config();
  }

  void submit() throws InterruptedException {
    Canaries place = place();
    Workspace workspace = place.slack.slack().workspace();
    for (String channel : List.of("feedback", "negative-feedback", "positive-feedback")) {
      workspace.join(place.slack.app(), workspace.createChannel(channel, false));
    }
    Market market = place.trades.markets().list(MARKET);
    URI slack = place.slack.slack().webApiUrl();
    submit(
        "slack-source",
        Map.of(
            "slack.api.url", proxy.before("slack-source", slack), "history.interval.ms", "5000"));
    submit(
        "slack-sink",
        Map.of("slack.api.url", proxy.before("slack-sink", slack), "retry.backoff.max.ms", "1000"));
    submit(
        "twitter-source",
        Map.of(
            "x.api.url", proxy.before("twitter-source", place.x.url()),
            "x.consumer.key", "${env:X_CONSUMER_KEY}",
            "x.consumer.secret", "${env:X_CONSUMER_SECRET}",
            "query.azure", "#azure",
            "poll.interval.ms", "5000"));
    submit(
        "nomics-source",
        Map.ofEntries(
            entry("trades.api.url", proxy.before("nomics-source", place.trades.nomicsUrl())),
            entry("trades.api", "nomics"),
            entry("trades.api.key", "${env:TRADES_API_KEY}"),
            entry("markets", "bitfinex:" + market.nativeId()),
            entry("start.from", "beginning")));
  }

  private void submit(String name, Map<String, String> changes) throws InterruptedException {
    ConnectorFile connector = lab.connector(name, changes).without("x.bearer.token");
    submitted.put(name, connector);
    worker.rest().submit(connector);
    worker.rest().awaitRunning(name);
  }

  /** Each connector does what it is for, and one alert becomes a dead letter. */
  void work() {
    Workspace workspace = place().slack.slack().workspace();
    Channel feedback = workspace.channel("feedback").orElseThrow();
    workspace.post(workspace.person("ana"), feedback, WORDS + " it is down");
    place().x.timeline().post(place().x.timeline().user("ben"), WORDS + " about #azure");
    Market market = place().trades.markets().list(MARKET);
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    place().trades.markets().trade(Draft.of(market, now, "1.25", "2.5", Side.BUY));
    alert("negative-feedback");
    // Slack takes nothing there any more: a dead letter.
    workspace.archive(workspace.channel("positive-feedback").orElseThrow(), true);
    alert("positive-feedback");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              List<String> topics =
                  Records.all(bootstrap()).stream()
                      .filter(each -> each.contains(" key "))
                      .map(each -> each.split(" ")[0])
                      .toList();
              assertThat(topics).contains("trades", "slack-sink-dead-letters");
              assertThat(topics.stream().filter("feedback"::equals)).hasSize(2);
            });
    assertThat(CONNECTORS).allMatch(connector -> proxy.calls(connector) > 0);
  }

  /** What passes: everybody asks again, and so has told of the first answer. */
  void trouble() {
    proxy.turn(Mood.TROUBLE);
    alert("negative-feedback");
    awaitCalls(2);
  }

  /** All credentials are refused: all tasks fail. */
  void refuse() throws Exception {
    proxy.turn(Mood.REFUSAL);
    restartTasks();
    alert("negative-feedback");
    for (String connector : CONNECTORS) {
      await("the failure of " + connector).atMost(PATIENCE).until(() -> hasFailed(connector));
    }
  }

  /** Answers that nobody knows. */
  void odd() throws Exception {
    proxy.turn(Mood.ODD);
    restartTasks();
    awaitCalls(1);
  }

  private void restartTasks() throws Exception {
    for (String connector : CONNECTORS) {
      answers.call("POST", "/connectors/" + connector + "/tasks/0/restart", "");
    }
  }

  private void awaitCalls(int atLeast) {
    for (String connector : CONNECTORS) {
      await("calls of " + connector)
          .atMost(PATIENCE)
          .until(() -> proxy.calls(connector) >= atLeast);
    }
  }

  private boolean hasFailed(String connector) throws InterruptedException {
    return TaskStates.of(worker.url(), connector).stream()
        .anyMatch(task -> task.state().equals("FAILED"));
  }

  private void alert(String topic) {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap()),
            new StringSerializer(),
            new StringSerializer())) {
      String value =
          "{\"event_id\":\"slack:T1:C1:%d:0\",\"text\":\"%s down\",\"score\":0.1}"
              .formatted(alerts++, WORDS);
      // Closing waits for it.
      Future<RecordMetadata> unused = producer.send(new ProducerRecord<>(topic, "k", value));
    }
  }

  @Override
  public void close() throws Exception {
    lab.close();
    proxy.close();
  }
}
