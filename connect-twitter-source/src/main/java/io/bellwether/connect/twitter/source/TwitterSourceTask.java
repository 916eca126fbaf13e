package io.bellwether.connect.twitter.source;

import io.bellwether.connect.metrics.Meters;
import io.bellwether.connect.poll.PollLoop;
import io.bellwether.connect.twitter.source.read.StartedTwitterSource;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;

/** The shell that Connect holds; {@link StartedTwitterSource} does the work. */
public final class TwitterSourceTask extends SourceTask {
  private volatile StartedTwitterSource started;
  private volatile Meters meters = Meters.none();

  @Override
  public String version() {
    return TwitterSourceConnector.VERSION;
  }

  @Override
  public void start(Map<String, String> properties) {
    meters = Meters.ofSource(context, properties.get("name"));
    started =
        new StartedTwitterSource(
            new TwitterSourceConfig(properties),
            properties.get("name"),
            context.offsetStorageReader(),
            meters,
            InstantSource.system(),
            new PollLoop("x-call"));
  }

  @Override
  public List<SourceRecord> poll() throws InterruptedException {
    return started.poll();
  }

  @Override
  public void stop() {
    StartedTwitterSource running = started;
    if (running != null) {
      running.close();
    }
    meters.close();
  }
}
