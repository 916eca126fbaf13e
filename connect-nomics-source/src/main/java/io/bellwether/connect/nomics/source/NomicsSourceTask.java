package io.bellwether.connect.nomics.source;

import io.bellwether.connect.metrics.Meters;
import io.bellwether.connect.nomics.source.read.StartedNomicsSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;

/** The shell that Connect holds; {@link StartedNomicsSource} does the work. */
public final class NomicsSourceTask extends SourceTask {
  private volatile StartedNomicsSource started;
  private volatile Meters meters = Meters.none();

  @Override
  public String version() {
    return NomicsSourceConnector.VERSION;
  }

  @Override
  public void start(Map<String, String> properties) {
    meters = Meters.ofSource(context, properties.get("name"));
    started =
        new StartedNomicsSource(
            new NomicsSourceConfig(properties),
            properties.get("name"),
            context.offsetStorageReader(),
            meters);
  }

  @Override
  public List<SourceRecord> poll() throws InterruptedException {
    return started.poll();
  }

  @Override
  public void stop() {
    StartedNomicsSource running = started;
    if (running != null) {
      running.close();
    }
    meters.close();
  }
}
