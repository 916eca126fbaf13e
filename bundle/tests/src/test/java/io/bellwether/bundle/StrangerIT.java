package io.bellwether.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.quickstart.process.Child;
import io.bellwether.quickstart.process.Ports;
import io.bellwether.quickstart.process.StateFolder;
import io.bellwether.quickstart.process.Watch;
import io.bellwether.quickstart.stack.Broker;
import io.bellwether.quickstart.stack.Home;
import io.bellwether.quickstart.stack.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Somebody who has downloaded the archives, and nothing else of Bellwether, uses them with stock
 * workers of the oldest and of the newest Kafka Connect. The archives are those that were built,
 * byte for byte.
 */
@Timeout(300)
class StrangerIT {
  /** What a topic's name ends with after a source was told another. */
  static final String CHANGED = "-changed";

  private static final List<Topics.Topic> TOPICS =
      List.of(
          new Topics.Topic("trades", false),
          new Topics.Topic("trade-alerts", false),
          new Topics.Topic("trip-alerts", false),
          new Topics.Topic("feedback" + CHANGED, false),
          new Topics.Topic("trades" + CHANGED, false));

  @TempDir private static Path folder;
  private static StateFolder state;
  private static Child broker;
  private static String bootstrap;

  @BeforeAll
  static void startBroker() throws InterruptedException {
    Watch watch = new Watch();
    state = StateFolder.open(folder.resolve("broker"), true);
    Broker service = new Broker(Home.ofThisProgram(), state, Ports.any(), TOPICS);
    broker = service.start(watch);
    service.awaitReady(watch);
    bootstrap = service.bootstrap();
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
    state.close();
  }

  private static Path folder(Release release, String what) {
    return folder.resolve(release.name().toLowerCase(Locale.ROOT) + "-" + what);
  }

  @ParameterizedTest
  @EnumSource(Release.class)
  void aWorkerThatInsistsOnServiceFilesFindsEveryPluginWithItsVersion(Release release)
      throws Exception {
    Worker.Setting setting =
        new Worker.Setting(release, "hybrid_fail", Archive.ofConnectors(), java.util.Map.of());
    try (Worker worker = Worker.start(setting, folder(release, "discovery"), bootstrap)) {
      assertFound(worker, release);
    }
  }

  private static void assertFound(Worker worker, Release release) throws Exception {
    assertThat(worker.rest().get("/").body().path("version").asText()).isEqualTo(release.version());
    List<String> found = new ArrayList<>();
    for (JsonNode plugin : worker.rest().get("/connector-plugins").body()) {
      found.add(
          "%s %s %s"
              .formatted(
                  plugin.path("class").asText().replaceFirst(".*\\.", ""),
                  plugin.path("type").asText(),
                  plugin.path("version").asText()));
    }
    assertThat(found)
        .contains(
            "SlackSourceConnector source " + Archive.VERSION,
            "TwitterSourceConnector source " + Archive.VERSION,
            "NomicsSourceConnector source " + Archive.VERSION,
            "SlackSinkConnector sink " + Archive.VERSION);
    assertThat(worker.log()).doesNotContain("missing ServiceLoader manifests");
  }

  @ParameterizedTest
  @EnumSource(Release.class)
  void everySampleIsSubmittedChangedRewoundRestartedAndDeleted(Release release) throws Exception {
    try (World world = new World();
        Worker worker =
            Worker.start(
                new Worker.Setting(
                    release, "service_load", List.of(Archive.bundle()), world.secrets()),
                folder(release, "samples"),
                bootstrap)) {
      assertFound(worker, release);
      try (Visit visit = new Visit(worker, world.stories(bootstrap))) {
        visit.submit();
        visit.changed();
        visit.rewound();
        visit.restarted();
        visit.deleted();
      }
      assertThat(worker.log())
          .doesNotContain("NoClassDefFoundError", "NoSuchMethodError", "unrecoverable exception");
      world.secrets().values().forEach(secret -> assertThat(logOf(worker)).doesNotContain(secret));
    }
  }

  private static String logOf(Worker worker) {
    try {
      return worker.log();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
