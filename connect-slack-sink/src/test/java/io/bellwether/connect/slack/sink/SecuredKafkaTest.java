package io.bellwether.connect.slack.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.connect.SecuredWorker;
import io.bellwether.standin.slack.App;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Message;
import io.bellwether.standin.slack.Options;
import io.bellwether.standin.slack.SlackStandIn;
import io.bellwether.testkafka.EmbeddedBroker;
import io.bellwether.testkafka.SecuredBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sink on a broker that wants what Event Hubs wants: a connection string, over TLS. */
class SecuredKafkaTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String DEAD = "slack-sink-dead-letters";

  @TempDir Path files;

  @Test
  void withAConnectionStringAlertsArriveAndDeadLettersAreKept() throws Exception {
    try (SecuredBroker kafka = SecuredBroker.start(files);
        SlackStandIn slack =
            SlackStandIn.start(Options.defaults().withRateLimits(false).withPostingLimit(false))) {
      App app = slack.workspace().app("bellwether");
      Channel channel = slack.workspace().createChannel("negative-feedback", false);
      slack.workspace().join(app, channel);
      slack.workspace().join(app, slack.workspace().createChannel("positive-feedback", false));
      Map<String, Object> inside =
          Map.of("bootstrap.servers", kafka.bootstrap(EmbeddedBroker.INTERNAL));
      try (Admin admin = Admin.create(inside)) {
        admin
            .createTopics(
                List.of(
                    new NewTopic("negative-feedback", 1, (short) 1),
                    new NewTopic("positive-feedback", 1, (short) 1)))
            .all()
            .get();
        say(inside);
        Map<String, String> worker =
            SecuredWorker.properties(
                "worker-event-hubs.properties", kafka, SecuredBroker.SASL, files);
        try (SecuredWorker connect = SecuredWorker.start(worker)) {
          Map<String, String> sink = SecuredWorker.connector("slack-sink.json", files);
          sink.put("slack.bot.token", app.botToken());
          sink.put("slack.api.url", slack.webApiUrl().toString());
          connect.submit("slack-sink", sink);
          connect.awaitRunning("slack-sink");

          // Slack tells of each who joins, too.
          await()
              .atMost(LONG)
              .untilAsserted(
                  () ->
                      assertThat(slack.workspace().messages(channel))
                          .extracting(Message::text)
                          .filteredOn(text -> text.contains("down again"))
                          .hasSize(1));
          // The queue of the dead was made by the worker, and written with its log-in.
          await().atMost(LONG).until(() -> deadLetters(admin) == 1);
        }
      }
    }
  }

  private static void say(Map<String, Object> inside) {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(inside, new StringSerializer(), new StringSerializer())) {
      // The second is no JSON.
      List<ProducerRecord<String, String>> said =
          List.of(
              new ProducerRecord<>(
                  "negative-feedback",
                  "1",
                  "{\"event_id\":\"1:0\",\"text\":\"down again\",\"author_name\":\"Ann\"}"),
              new ProducerRecord<>("positive-feedback", "2", "up"));
      assertThat(said.stream().map(producer::send).toList())
          .allSatisfy(sent -> assertThat(sent.get().hasOffset()).isTrue());
    }
  }

  private static long deadLetters(Admin admin) throws Exception {
    if (!admin.listTopics().names().get().contains(DEAD)) {
      return 0;
    }
    TopicPartition partition = new TopicPartition(DEAD, 0);
    return admin
        .listOffsets(Map.of(partition, OffsetSpec.latest()))
        .partitionResult(partition)
        .get()
        .offset();
  }
}
