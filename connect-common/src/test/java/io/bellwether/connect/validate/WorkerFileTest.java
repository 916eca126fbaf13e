package io.bellwether.connect.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.connect.runtime.distributed.DistributedConfig;
import org.apache.kafka.connect.runtime.standalone.StandaloneConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerFileTest {
  @Test
  void theDistributedWorkerHasExactlyOnceSourcesAndThreeProvidersOfSecrets(@TempDir Path secrets) {
    DistributedConfig worker =
        new DistributedConfig(
            WorkerFile.read("worker-distributed.properties", Map.of("/etc/bellwether", secrets)));
    assertThat(worker.exactlyOnceSourceEnabled()).isTrue();
    assertThat(worker.getList("config.providers")).containsExactly("env", "file", "dir");
  }

  @Test
  void theStandaloneWorkerKeepsPositionsInAFile() {
    StandaloneConfig worker =
        new StandaloneConfig(WorkerFile.read("worker-standalone.properties", Map.of()));
    assertThat(worker.getString("offset.storage.file.filename")).isNotBlank();
  }
}
