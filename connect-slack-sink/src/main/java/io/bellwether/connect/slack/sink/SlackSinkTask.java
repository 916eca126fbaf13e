package io.bellwether.connect.slack.sink;

import io.bellwether.connect.metrics.CallMeters;
import io.bellwether.connect.metrics.Meters;
import io.bellwether.connect.slack.SlackKeys;
import io.bellwether.connect.slack.sink.api.SlackMessenger;
import io.bellwether.connect.slack.sink.delivery.PostOffice;
import io.bellwether.connect.slack.sink.delivery.Tally;
import io.bellwether.connect.slack.sink.mapping.AlertMapper;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/** The shell that Connect starts and stops; {@link StartedSink} does the work. */
public final class SlackSinkTask extends SinkTask {
  /** A last resort: partitions are paused long before so many alerts wait. */
  private static final int CAPACITY = 10_000;

  private StartedSink started;
  private Meters meters = Meters.none();

  @Override
  public String version() {
    return Version.get();
  }

  @Override
  public void start(Map<String, String> given) {
    SlackSinkConfig config = new SlackSinkConfig(given);
    InstantSource clock = InstantSource.system();
    AlertMapper mapper = config.mapper(clock);
    DeadLetters deadLetters = DeadLetters.to(context.errantRecordReporter());
    meters = Meters.ofSink(context, given.get("name"));
    Tally tally = new Tally(meters);
    SlackMessenger messenger =
        new SlackMessenger(
            SlackKeys.botApi(config, new CallMeters("Slack's Web API", meters, clock)),
            clock,
            config.creation(),
            config.reading(clock));
    // Last, because it starts a thread and nothing may fail after it.
    PostOffice office =
        new PostOffice(
            "slack-poster-" + given.get("name"), messenger, clock, config.pace(), CAPACITY, tally);
    started = new StartedSink(context, mapper, office, deadLetters, tally);
  }

  @Override
  public void open(Collection<TopicPartition> partitions) {
    started.open(partitions);
  }

  @Override
  public void put(Collection<SinkRecord> records) {
    started.put(records);
  }

  @Override
  public Map<TopicPartition, OffsetAndMetadata> preCommit(
      Map<TopicPartition, OffsetAndMetadata> consumed) {
    return started.preCommit(consumed);
  }

  @Override
  public void close(Collection<TopicPartition> partitions) {
    if (started != null) {
      started.close(partitions);
    }
  }

  @Override
  public void stop() {
    if (started != null) {
      started.close();
      started = null;
    }
    meters.close();
  }
}
