package io.bellwether.connect.slack.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.bellwether.connect.SecuredWorker;
import io.bellwether.standin.slack.App;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Options;
import io.bellwether.standin.slack.SlackStandIn;
import io.bellwether.standin.slack.User;
import io.bellwether.testkafka.EmbeddedBroker;
import io.bellwether.testkafka.SecuredBroker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A worker of {@code config/secured/} and the source, on a broker with TLS and a log-in. */
class SecuredKafkaTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir static Path files;
  private static SecuredBroker kafka;
  private static SlackStandIn slack;
  private static User ann;
  private static App app;
  private static Channel channel;

  @BeforeAll
  static void start() throws Exception {
    kafka = SecuredBroker.start(files);
    slack = SlackStandIn.start(Options.defaults().withRateLimits(false).withPostingLimit(false));
    ann = slack.workspace().person("Ann");
    app = slack.workspace().app("reader");
    channel = slack.workspace().createChannel("feedback", false);
    slack.workspace().join(app, channel);
    slack.workspace().join(ann.id(), channel.id());
    try (Admin admin = Admin.create(inside())) {
      admin.createTopics(List.of(new NewTopic("feedback", 1, (short) 1))).all().get();
    }
  }

  @AfterAll
  static void stop() {
    slack.close();
    kafka.close();
  }

  @Test
  void byMutualTlsEachMessageArrivesOnce() throws Exception {
    Map<String, String> worker = worker("worker-mutual-tls.properties", SecuredBroker.MUTUAL);
    try (SecuredWorker connect = SecuredWorker.start(worker)) {
      connect.submit("tls", connector("slack-source.json", "by TLS"));
      connect.awaitRunning("tls");
      awaitOnce("by TLS");
    }
  }

  @Test
  void aConnectorHasItsOwnLogin() throws Exception {
    Map<String, String> worker = worker("worker-scram.properties", SecuredBroker.SASL);
    try (SecuredWorker connect = SecuredWorker.start(worker)) {
      Map<String, String> config =
          connector("secured/slack-source-own-login.json", "by a login of its own");
      // The sample's user is there under the name of the worker's.
      config.replaceAll((key, value) -> value.replace("\"slack-source\"", "\"bellwether\""));
      Map<String, String> wrong = new HashMap<>(config);
      wrong.replaceAll((key, value) -> value.replace("KAFKA_SLACK_SOURCE_PASSWORD", "WRONG"));

      connect.submit("own", wrong);
      assertThat(connect.awaitFailure("own"))
          .contains("Authentication failed", "invalid credentials")
          .doesNotContain("guessed");

      connect.submit("own", config);
      connect.awaitRunning("own");
      awaitOnce("by a login of its own");
    }
  }

  /** What the worker logs and ends with. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SASL      | sasl.jaas.config        | WRONG     | invalid credentials",
        "SASL      | ssl.truststore.location | OTHER     | PKIX path",
        "ELSEWHERE | ssl.truststore.location | AUTHORITY | No subject alternative names matching",
        "SASL      | security.protocol       | PLAINTEXT | Timed out"
      })
  void aWorkerThatIsNotLetInSaysWhyAndEnds(String listener, String key, String value, String reason)
      throws Exception {
    Map<String, String> worker = worker("worker-scram.properties", listener);
    String changed =
        switch (value) {
          case "WRONG" -> worker.get(key).replace("KAFKA_PASSWORD", "WRONG");
          case "OTHER" -> kafka.otherAuthority().toString();
          case "AUTHORITY" -> kafka.authority().toString();
          default -> value;
        };
    worker.put(key, changed);
    if (reason.equals("Timed out")) {
      // A broker that waits for a handshake says nothing; one that refuses says so at once.
      worker.put("request.timeout.ms", "1000");
      worker.put("default.api.timeout.ms", "1500");
    }

    Throwable failure = catchThrowable(() -> SecuredWorker.start(worker));

    assertThat(failure)
        .hasMessage(
            "Failed to connect to and describe Kafka cluster. Check worker's broker connection and"
                + " security properties.");
    assertThat(failure).hasStackTraceContaining(reason);
    for (String secret : SecuredBroker.secrets()) {
      assertThat(failure.toString() + failure.getCause()).doesNotContain(secret, "guessed");
    }
  }

  private static Map<String, String> worker(String sample, String listener) throws IOException {
    return SecuredWorker.properties(sample, kafka, listener, files);
  }

  private static Map<String, String> connector(String file, String say) throws IOException {
    slack.workspace().post(ann, channel, say);
    Map<String, String> config = SecuredWorker.connector(file, files);
    config.put("slack.bot.token", app.botToken());
    config.put("slack.app.token", app.appToken());
    config.put("slack.api.url", slack.webApiUrl().toString());
    return config;
  }

  private static void awaitOnce(String text) {
    await().atMost(LONG).until(() -> texts().contains(text));
    assertThat(texts()).containsOnlyOnce(text);
  }

  private static List<String> texts() {
    Map<String, Object> settings = inside();
    settings.put("isolation.level", "read_committed");
    List<String> texts = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      TopicPartition partition = new TopicPartition("feedback", 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      while (consumer.position(partition) < end) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(
                record -> texts.add(record.value().replaceAll(".*\"text\":\"([^\"]*)\".*", "$1")));
      }
    }
    return texts;
  }

  private static Map<String, Object> inside() {
    return new HashMap<>(Map.of("bootstrap.servers", kafka.bootstrap(EmbeddedBroker.INTERNAL)));
  }
}
