package io.bellwether.quickstart.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.quickstart.process.LaunchException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of {@code config/} agree with each other and with the contracts. */
class ConfigFilesTest {
  private static final Path CONFIG = Path.of("..", "config");

  @TempDir Path temporary;

  @ParameterizedTest
  @ValueSource(strings = {"slack-source", "slack-sink", "nomics-source", "feedback-analyzer"})
  void eachIsNamedLikeItsFile(String name) {
    assertThat(ConnectorFile.read(CONFIG.resolve(name + ".json")).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack-source", "slack-sink", "trip-alerts-sink"})
  void everyTokenComesFromTheEnvironmentByANameThatTheWorkerAllows(String name) throws Exception {
    Properties worker = new Properties();
    worker.load(Files.newBufferedReader(CONFIG.resolve("worker.properties")));
    Pattern allowed =
        Pattern.compile(worker.getProperty("config.providers.env.param.allowlist.pattern"));
    List<String> tokens =
        ConnectorFile.read(CONFIG.resolve(name + ".json")).config().entrySet().stream()
            .filter(entry -> entry.getKey().endsWith("token"))
            .map(entry -> entry.getValue().replaceFirst("^\\$\\{env:(.*)}$", "$1"))
            .toList();
    assertThat(tokens).isNotEmpty().allMatch(variable -> allowed.matcher(variable).matches());
  }

  @Test
  void theTopicsFitTogether() {
    ConnectorFile source = ConnectorFile.read(CONFIG.resolve("slack-source.json"));
    ConnectorFile analyzer = ConnectorFile.read(CONFIG.resolve("feedback-analyzer.json"));
    ConnectorFile sink = ConnectorFile.read(CONFIG.resolve("slack-sink.json"));
    assertThat(source.config()).containsEntry("topic", Topics.FEEDBACK);
    assertThat(analyzer.config()).containsEntry("topics", Topics.FEEDBACK);
    assertThat(analyzer.config().values()).containsAll(Topics.OUTCOMES);
    assertThat(List.of(sink.config().get("topics").split(","))).isSubsetOf(Topics.OUTCOMES);
  }

  @Test
  void theAlertsOfTripsArePosted() {
    ConnectorFile analyzer = ConnectorFile.read(CONFIG.resolve("trips-analyzer.json"));
    ConnectorFile sink = ConnectorFile.read(CONFIG.resolve("trip-alerts-sink.json"));
    assertThat(sink.config())
        .containsEntry("topics", analyzer.config().get("alerts.topic"))
        .containsEntry("message.template", "{{text}}");
  }

  @Test
  void aChangeLeavesTheRestAsItWas() {
    ConnectorFile file = ConnectorFile.read(CONFIG.resolve("slack-source.json"));
    assertThat(file.with(Map.of("mode", "history")).config())
        .containsEntry("mode", "history")
        .containsAllEntriesOf(
            file.config().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("mode"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  @Test
  void aFileThatIsNoneIsNamed() throws Exception {
    Path file = temporary.resolve("slack-source.json");
    assertThatThrownBy(() -> ConnectorFile.read(file))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("slack-source.json")
        .hasMessageContaining("no such file");
    Files.writeString(file, "{\"name\": \"x\"");
    assertThatThrownBy(() -> ConnectorFile.read(file))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("is not JSON");
    Files.writeString(file, "{\"name\": \"x\"}");
    assertThatThrownBy(() -> ConnectorFile.read(file))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("'name' and 'config'");
  }
}
