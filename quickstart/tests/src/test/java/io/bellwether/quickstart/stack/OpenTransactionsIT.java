package io.bellwether.quickstart.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.quickstart.process.Child;
import io.bellwether.quickstart.process.Ports;
import io.bellwether.quickstart.process.StateFolder;
import io.bellwether.quickstart.process.Watch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenTransactionsIT {
  @TempDir Path temporary;

  @Test
  void thoseOfTheGroupAreAbortedAndNoOthers() throws Exception {
    Watch watch = new Watch();
    try (StateFolder state = StateFolder.open(temporary.resolve("state"), false)) {
      Broker broker = new Broker(Home.ofThisProgram(), state, Ports.any());
      try (Child running = broker.start(watch)) {
        broker.awaitReady(watch);
        assertOnlyOursEnd(broker.bootstrap(), watch);
        watch.release(running);
      }
    }
  }

  private static void assertOnlyOursEnd(String bootstrap, Watch watch) throws Exception {
    List<String> ours = List.of("bellwether-slack-source-0", "connect-cluster-bellwether");
    String foreign = "other-slack-source-0";
    List<KafkaProducer<String, String>> producers =
        Stream.concat(ours.stream(), Stream.of(foreign)).map(id -> begun(bootstrap, id)).toList();
    try (Admin admin = Admin.create(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
      OpenTransactions.abort(bootstrap, "bellwether", watch);

      for (String id : ours) {
        await(id)
            .atMost(Duration.ofMinutes(1))
            .until(() -> state(admin, id), state -> state != TransactionState.ONGOING);
      }
      assertThat(state(admin, foreign)).isEqualTo(TransactionState.ONGOING);
    } finally {
      producers.forEach(producer -> producer.close(Duration.ZERO));
    }
  }

  private static KafkaProducer<String, String> begun(String bootstrap, String id) {
    var producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                id,
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                600_000),
            new StringSerializer(),
            new StringSerializer());
    producer.initTransactions();
    producer.beginTransaction();
    var sent = producer.send(new ProducerRecord<>(Topics.FEEDBACK, "x"));
    producer.flush();
    assertThat(sent).isDone();
    return producer;
  }

  private static TransactionState state(Admin admin, String id) throws Exception {
    return admin.describeTransactions(List.of(id)).description(id).get().state();
  }
}
