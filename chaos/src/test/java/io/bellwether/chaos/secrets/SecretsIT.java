package io.bellwether.chaos.secrets;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.chaos.lab.Lab;
import io.bellwether.chaos.lab.Logs;
import io.bellwether.chaos.lab.Notes;
import io.bellwether.chaos.lab.TaskStates;
import io.bellwether.chaos.lab.Worker;
import io.bellwether.chaos.secrets.EchoingProxy.Mood;
import io.bellwether.quickstart.stack.ConnectorFile;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.User;
import io.bellwether.standin.slack.Workspace;
import io.bellwether.standin.trades.Draft;
import io.bellwether.standin.trades.Market;
import io.bellwether.standin.trades.Side;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All connectors in a worker that logs everything, first at work, then before services that fail
 * and repeat the credentials they were given. The credentials come from the environment by a config
 * provider, as documented, and must be found nowhere.
 */
class SecretsIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final List<String> CONNECTORS =
      List.of("slack-source", "slack-sink", "twitter-source", "nomics-source");
  private static final List<String> SERVICES = List.of("slack", "x", "trades");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> answers = new HashMap<>();
  @TempDir Path temporary;
  private Lab<Canaries> lab;
  private Canaries place;
  private URI rest;

  @Test
  void noSecretShowsInLogsRestAnswersTracesBeansOrTopics() throws Exception {
    Notes notes = new Notes(new PrintWriter(Writer.nullWriter()));
    try (EchoingProxy proxy = new EchoingProxy();
        Lab<Canaries> opened = Lab.open(temporary, notes, new Canaries())) {
      lab = opened;
      place = lab.place();
      Worker worker = lab.worker();
      rest = worker.url();
      logEverything();
      submit(worker, proxy);
      work(proxy);
      fail(proxy);
      askAll();
      Pattern secrets =
          Pattern.compile(
              place.forms().stream().map(Pattern::quote).collect(Collectors.joining("|")));
      assertThat(place.forms()).hasSizeGreaterThanOrEqualTo(7);
      answers.forEach(
          (asked, answer) -> assertThat(answer).as(asked).doesNotContainPattern(secrets));
      for (String connector : CONNECTORS) {
        assertThat(answers.get("GET /connectors/" + connector + "/config")).contains("${env:");
      }
      Map<String, String> beans = Beans.of(worker.pid());
      assertThat(beans)
          .hasSizeGreaterThan(500)
          .anySatisfy(
              (name, value) ->
                  assertThat(name).contains("slack-source").contains("requests-total"));
      beans.forEach((name, value) -> assertThat(value).as(name).doesNotContainPattern(secrets));
      List<String> records = records();
      assertThat(records).anyMatch(record -> record.startsWith("slack-sink-dead-letters headers"));
      records.forEach(record -> assertThat(record).doesNotContainPattern(secrets));
      assertThat(Logs.with("TRACE", temporary)).as("logs at TRACE").isNotEmpty();
      assertThat(Logs.with(secrets.pattern(), temporary)).isEmpty();
    }
  }

  private void logEverything() throws Exception {
    for (String logger : List.of("root", "io.bellwether")) {
      assertThat(call("PUT", "/admin/loggers/" + logger, "{\"level\":\"TRACE\"}")).isNotNull();
    }
  }

  private void submit(Worker worker, EchoingProxy proxy) throws InterruptedException {
    Workspace workspace = place.slack.slack().workspace();
    for (String channel : List.of("feedback", "negative-feedback", "positive-feedback")) {
      workspace.join(place.slack.app(), workspace.createChannel(channel, false));
    }
    Market market = place.trades.markets().list("bitfinex:BTC/USD");
    Map<String, Map<String, String>> changes =
        Map.of(
            "slack-source",
            Map.of("history.interval.ms", "5000"),
            "slack-sink",
            Map.of("retry.backoff.max.ms", "1000"),
            "twitter-source",
            Map.of(
                "x.consumer.key", "${env:X_CONSUMER_KEY}",
                "x.consumer.secret", "${env:X_CONSUMER_SECRET}",
                "query.azure", "#azure",
                "poll.interval.ms", "5000"),
            "nomics-source",
            Map.ofEntries(
                entry("trades.api", "nomics"),
                entry("trades.api.key", "${env:TRADES_API_KEY}"),
                entry("markets", "bitfinex:" + market.nativeId()),
                entry("start.from", "beginning")));
    String slack = proxy.before("slack", place.slack.slack().webApiUrl());
    String x = proxy.before("x", place.x.url());
    String trades = proxy.before("trades", place.trades.nomicsUrl());
    for (String name : CONNECTORS) {
      Map<String, String> all = new HashMap<>(changes.get(name));
      all.put(
          switch (name) {
            case "twitter-source" -> "x.api.url";
            case "nomics-source" -> "trades.api.url";
            default -> "slack.api.url";
          },
          switch (name) {
            case "twitter-source" -> x;
            case "nomics-source" -> trades;
            default -> slack;
          });
      ConnectorFile connector = lab.connector(name, all).without("x.bearer.token");
      worker.rest().submit(connector);
      worker.rest().awaitRunning(name);
    }
  }

  private void work(EchoingProxy proxy) {
    Workspace workspace = place.slack.slack().workspace();
    User ana = workspace.person("ana");
    Channel feedback = workspace.channel("feedback").orElseThrow();
    workspace.post(ana, feedback, "It is down");
    place.x.timeline().post(place.x.timeline().user("ben"), "About #azure");
    Market market = place.trades.markets().list("bitfinex:BTC/USD");
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    place.trades.markets().trade(Draft.of(market, now, "1.25", "2.5", Side.BUY));
    alert("negative-feedback", 1);
    // Slack takes nothing there any more: a dead letter.
    workspace.archive(workspace.channel("positive-feedback").orElseThrow(), true);
    alert("positive-feedback", 2);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              List<String> topics =
                  records().stream()
                      .filter(each -> each.contains(" key "))
                      .map(each -> each.split(" ")[0])
                      .toList();
              assertThat(topics).contains("trades", "slack-sink-dead-letters");
              assertThat(topics.stream().filter("feedback"::equals)).hasSize(2);
            });
    assertThat(SERVICES).allMatch(service -> proxy.calls(service) > 0);
  }

  private void fail(EchoingProxy proxy) throws Exception {
    int alert = 10;
    for (Mood mood : List.of(Mood.TROUBLE, Mood.ODD)) {
      proxy.turn(mood);
      alert("negative-feedback", alert++);
      alert("positive-feedback", alert++);
      await()
          .atMost(PATIENCE)
          .until(() -> SERVICES.stream().allMatch(service -> proxy.calls(service) > 0));
    }
    // What has been put aside by now is asked for again.
    proxy.turn(Mood.REFUSAL);
    for (String connector : CONNECTORS) {
      call("POST", "/connectors/" + connector + "/restart?includeTasks=true", "");
    }
    alert("negative-feedback", alert++);
    await().atMost(PATIENCE).until(() -> CONNECTORS.stream().allMatch(this::hasFailed));
  }

  private boolean hasFailed(String connector) {
    try {
      return TaskStates.of(rest, connector).stream()
          .anyMatch(task -> task.state().equals("FAILED"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void alert(String topic, int number) {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", lab.bootstrap()),
            new StringSerializer(),
            new StringSerializer())) {
      String value =
          "{\"event_id\":\"slack:T1:C1:%d:0\",\"text\":\"down\",\"score\":0.1}".formatted(number);
      // Closing waits for it.
      Future<RecordMetadata> unused = producer.send(new ProducerRecord<>(topic, "k", value));
    }
  }

  private void askAll() throws Exception {
    List<String> paths = new ArrayList<>();
    paths.add("/");
    paths.add("/connectors?expand=info&expand=status");
    paths.add("/connector-plugins");
    paths.add("/admin/loggers");
    for (String connector : CONNECTORS) {
      String path = "/connectors/" + connector;
      paths.addAll(
          List.of(
              path,
              path + "/config",
              path + "/tasks",
              path + "/tasks/0/status",
              path + "/status",
              path + "/topics",
              path + "/offsets"));
    }
    for (String path : paths) {
      answers.put("GET " + path, call("GET", path, ""));
      assertThat(answers.get("GET " + path)).as(path).isNotBlank();
    }
    for (String connector : CONNECTORS) {
      String config = answers.get("GET /connectors/" + connector + "/config");
      String type = new ObjectMapper().readTree(config).path("connector.class").asText();
      // By reference, and as somebody would who does not know better, both before a nasty service.
      for (String given :
          List.of(config, resolved(config), resolved(config).replace("xapp-", "xapp"))) {
        String path = "/connector-plugins/" + type + "/config/validate";
        answers.put("PUT " + path + " " + given.hashCode(), call("PUT", path, given));
      }
      String status = answers.get("GET /connectors/" + connector + "/status");
      assertThat(new ObjectMapper().readTree(status).path("tasks").path(0).path("trace").asText())
          .as("the trace of %s", connector)
          .contains("Exception");
    }
  }

  private String resolved(String config) {
    String resolved = config;
    for (Map.Entry<String, String> each : place.secrets().entrySet()) {
      resolved = resolved.replace("${env:" + each.getKey() + "}", each.getValue());
    }
    return resolved;
  }

  private String call(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(rest.resolve(path))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  /** Everything in all topics, each line with its topic before it. */
  private List<String> records() {
    List<String> all = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", lab.bootstrap()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.listTopics().values().stream()
              .flatMap(List::stream)
              .filter(each -> !each.topic().startsWith("__"))
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
        for (ConsumerRecord<byte[], byte[]> each : consumer.poll(Duration.ofMillis(200))) {
          all.add(each.topic() + " key " + text(each.key()) + " value " + text(each.value()));
          for (Header header : each.headers()) {
            all.add(each.topic() + " headers " + header.key() + "=" + text(header.value()));
          }
        }
      }
    }
    return all;
  }

  private static String text(byte[] bytes) {
    return bytes == null ? "" : new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
  }
}
