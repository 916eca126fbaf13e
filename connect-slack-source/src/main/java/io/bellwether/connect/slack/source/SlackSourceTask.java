package io.bellwether.connect.slack.source;

import io.bellwether.connect.metrics.Meters;
import io.bellwether.connect.slack.source.read.StartedSlackSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;

/** The shell that Connect holds; {@link StartedSlackSource} does the work. */
public final class SlackSourceTask extends SourceTask {
  private volatile StartedSlackSource started;
  private volatile Meters meters = Meters.none();

  @Override
  public String version() {
    return SlackSourceConnector.VERSION;
  }

  @Override
  public void start(Map<String, String> properties) {
    meters = Meters.ofSource(context, properties.get("name"));
    started =
        new StartedSlackSource(
            new SlackSourceConfig(properties),
            properties.get("name"),
            context.offsetStorageReader(),
            meters);
  }

  @Override
  public List<SourceRecord> poll() throws InterruptedException {
    return started.poll();
  }

  /** With {@code null} metadata a transform dropped the record; either way its event is done. */
  @Override
  public void commitRecord(SourceRecord record, RecordMetadata metadata) {
    started.delivered(record);
  }

  /** Comes alone when transforms dropped a whole batch. */
  @Override
  public void commit() {
    started.deliveredAll();
  }

  @Override
  public void stop() {
    StartedSlackSource running = started;
    if (running != null) {
      running.close();
    }
    meters.close();
  }
}
