package io.bellwether.connect.slack.sink;

import static io.bellwether.connect.slack.sink.Records.PARTITION;

import io.bellwether.connect.metrics.Meters;
import io.bellwether.connect.slack.sink.delivery.Delivery;
import io.bellwether.connect.slack.sink.delivery.Delivery.Posted;
import io.bellwether.connect.slack.sink.delivery.DeliveryPace;
import io.bellwether.connect.slack.sink.delivery.FakeMessenger;
import io.bellwether.connect.slack.sink.delivery.Message;
import io.bellwether.connect.slack.sink.delivery.PostOffice;
import io.bellwether.connect.slack.sink.delivery.Tally;
import io.bellwether.connect.slack.sink.mapping.AlertMapper;
import io.bellwether.connect.slack.sink.mapping.BlocksTemplate;
import io.bellwether.connect.slack.sink.mapping.ChannelRoutes;
import io.bellwether.connect.slack.sink.mapping.Emojis;
import io.bellwether.connect.slack.sink.mapping.FieldNames;
import io.bellwether.connect.slack.sink.mapping.FirstPosts;
import io.bellwether.connect.slack.sink.mapping.Looks;
import io.bellwether.connect.slack.sink.mapping.MessageTemplate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.utils.ExponentialBackoff;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** A started sink with a messenger that answers as a test wants. */
@Timeout(30)
abstract class StartedSinkCase {
  static final int CAPACITY = 600;

  final RecordingContext context = new RecordingContext();
  FakeMessenger messenger;
  final List<String> dead = new ArrayList<>();
  final CountDownLatch open = new CountDownLatch(1);
  StartedSink sink;

  void start(Function<Message, Delivery> service, DeadLetters deadLetters) {
    messenger = new FakeMessenger(service);
    AlertMapper mapper =
        new AlertMapper(
            new ChannelRoutes("c", Map.of()),
            new Looks(
                MessageTemplate.compile("{{value}}"),
                BlocksTemplate.compile(""),
                new Emojis("outcome", Map.of("negative", "red_circle"))),
            new FieldNames("event_id", "url", Optional.empty()),
            new FirstPosts("said_at", Duration.ZERO, InstantSource.system()));
    PostOffice office =
        new PostOffice(
            "test",
            messenger,
            InstantSource.system(),
            new DeliveryPace(
                Duration.ZERO, 1_000_000, Duration.ZERO, new ExponentialBackoff(1, 2, 10, 0)),
            CAPACITY,
            new Tally(Meters.none()));
    sink = new StartedSink(context, mapper, office, deadLetters, new Tally(Meters.none()));
  }

  void start(Function<Message, Delivery> service) {
    start(service, (record, code, remedy) -> dead.add(record.value() + " " + code));
  }

  Delivery whenOpen() {
    try {
      open.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Posted("1.000001");
  }

  long delivered(long consumed) {
    return sink.preCommit(Map.of(PARTITION, new OffsetAndMetadata(consumed)))
        .get(PARTITION)
        .offset();
  }

  static Collection<SinkRecord> records(long from, long to) {
    return LongStream.range(from, to).mapToObj(each -> Records.at(each, "m" + each)).toList();
  }

  @AfterEach
  void stop() {
    sink.close();
  }
}
