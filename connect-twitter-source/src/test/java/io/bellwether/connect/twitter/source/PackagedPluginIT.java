package io.bellwether.connect.twitter.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.connect.PluginZip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.connect.source.SourceConnector;
import org.junit.jupiter.api.Test;

class PackagedPluginIT {
  @Test
  void theArchiveHoldsThePluginAndNothingOfTheWorker() throws IOException {
    try (Stream<Path> built = Files.list(Path.of("target", "components"))) {
      List<Path> zips = built.filter(path -> path.toString().endsWith(".zip")).toList();
      assertThat(zips).hasSize(1);
      PluginZip.holds(
          zips.get(0),
          "connect-twitter-source",
          SourceConnector.class,
          TwitterSourceConnector.class);
    }
  }
}
