package io.bellwether.connect.validate;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.connect.connector.policy.NoneConnectorClientConfigOverridePolicy;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.runtime.Worker;
import org.apache.kafka.connect.runtime.isolation.Plugins;
import org.apache.kafka.connect.runtime.rest.entities.ConfigInfos;
import org.apache.kafka.connect.runtime.standalone.StandaloneConfig;
import org.apache.kafka.connect.runtime.standalone.StandaloneHerder;
import org.apache.kafka.connect.storage.FileOffsetBackingStore;
import org.apache.kafka.connect.util.FutureCallback;

/**
 * What Connect itself answers to {@code PUT /connector-plugins/CLASS/config/validate}, by its own
 * herder and worker: config providers are asked, the keys of Connect are checked, then those of the
 * connector. It needs neither a broker nor HTTP, so that many configurations cost a second.
 */
public final class Validation implements AutoCloseable {
  private final StandaloneHerder herder;

  /**
   * A worker as {@code config/examples/worker-distributed.properties} sets it up.
   *
   * @param secrets takes the place of the folder that the file lets secrets be read from
   */
  public Validation(Path secrets) {
    Map<String, String> properties =
        WorkerFile.read("worker-distributed.properties", Map.of("/etc/bellwether", secrets));
    properties.put("bootstrap.servers", "127.0.0.1:1");
    properties.put("offset.storage.file.filename", "never-opened");
    properties.remove("plugin.path");
    NoneConnectorClientConfigOverridePolicy overrides =
        new NoneConnectorClientConfigOverridePolicy();
    Worker worker =
        new Worker(
            "validation",
            Time.SYSTEM,
            new Plugins(properties),
            new WithoutBroker(properties),
            new FileOffsetBackingStore(new JsonConverter()),
            overrides);
    herder = new StandaloneHerder(worker, "no cluster", overrides);
  }

  /** The messages of every key that has any, in the order of the keys. */
  public Map<String, List<String>> errors(Map<String, String> config) {
    FutureCallback<ConfigInfos> answer = new FutureCallback<>();
    herder.validateConnectorConfig(new HashMap<>(config), answer, false);
    Map<String, List<String>> errors = new TreeMap<>();
    try {
      answer
          .get(1, TimeUnit.MINUTES)
          .configs()
          .forEach(info -> errors.put(info.configValue().name(), info.configValue().errors()));
    } catch (ExecutionException e) {
      // What Connect cannot check at all is a plain refusal (HTTP 400), which names no key.
      errors.put("", List.of(e.getCause().getMessage()));
    } catch (InterruptedException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
    errors.values().removeIf(List::isEmpty);
    return errors;
  }

  @Override
  public void close() {
    herder.stop();
  }

  /** The id of the cluster is asked for when a worker is made; nothing here depends on it. */
  private static final class WithoutBroker extends StandaloneConfig {
    private WithoutBroker(Map<String, String> properties) {
      super(properties);
    }

    @Override
    public String kafkaClusterId() {
      return "no cluster";
    }
  }
}
