package io.bellwether.chaos.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.testmonitoring.Monitoring;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What can be seen of all connectors from outside, in one worker that logs everything: first at
 * work, then before services that fail and repeat the credentials they were given. The credentials
 * come from the environment by a config provider, as documented, and must be found nowhere.
 */
class SecretsIT {
  /** Stays for whoever wants to know why a test failed. */
  private static final Path FOLDER = Path.of("target", "secrets").toAbsolutePath();

  private static Scene scene;
  private static Pattern secrets;
  private static Map<String, String> beans;
  private static String exposition;

  @BeforeAll
  static void play() throws Exception {
    scene = new Scene(FOLDER);
    List<String> forms = scene.place().forms();
    assertThat(forms).hasSizeGreaterThanOrEqualTo(7);
    secrets = Pattern.compile(forms.stream().map(Pattern::quote).collect(Collectors.joining("|")));
    scene.submit();
    scene.work();
    String jmx = Beans.address(scene.worker().pid());
    exposition = Monitoring.exposition("worker.yml", jmx);
    beans = new HashMap<>(Beans.at(jmx));
    scene.answers().readAll("at work", Scene.CONNECTORS);
    scene.trouble();
    scene.refuse();
    scene.answers().readAll("refused", Scene.CONNECTORS);
    scene.odd();
    scene.answers().readAll("at odds", Scene.CONNECTORS);
    validateAll();
    beans.putAll(Beans.at(jmx));
  }

  /** By reference, as they are, and with a space and a line end, all before a nasty service. */
  private static void validateAll() throws Exception {
    for (String connector : Scene.CONNECTORS) {
      Map<String, String> byReference = scene.config(connector);
      Map<String, String> asItIs = new HashMap<>(byReference);
      asItIs.replaceAll((key, value) -> resolved(value));
      Map<String, String> mangled = new HashMap<>(asItIs);
      mangled.replaceAll(
          (key, value) -> value.equals(byReference.get(key)) ? value : " " + value + "\n");
      assertThat(mangled).isNotEqualTo(byReference);
      scene.answers().validate(connector + " by reference", byReference);
      scene.answers().validate(connector + " as it is", asItIs);
      scene.answers().validate(connector + " mangled", mangled);
    }
  }

  private static String resolved(String value) {
    String resolved = value;
    for (Map.Entry<String, String> each : scene.place().secrets().entrySet()) {
      resolved = resolved.replace("${env:" + each.getKey() + "}", each.getValue());
    }
    return resolved;
  }

  @AfterAll
  static void stop() throws Exception {
    scene.close();
  }

  @Test
  void restAnswersTracesOfFailedTasksAndValidationsHoldNoSecret() throws Exception {
    for (String connector : Scene.CONNECTORS) {
      assertThat(scene.answers().trace("refused", connector)).as(connector).contains("Exception");
      assertThat(scene.answers().told().get("refused /connectors/" + connector + "/config"))
          .contains("${env:");
    }
    assertThat(scene.answers().told().keySet().stream().filter(asked -> asked.startsWith("PUT ")))
        .hasSize(3 * Scene.CONNECTORS.size());
    scene
        .answers()
        .told()
        .forEach((asked, answer) -> assertThat(answer).as(asked).doesNotContainPattern(secrets));
  }

  @Test
  void beansHoldNoSecret() {
    assertThat(beans)
        .hasSizeGreaterThan(500)
        .anySatisfy(
            (name, value) -> assertThat(name).contains("slack-source").contains("requests-total"));
    beans.forEach((name, value) -> assertThat(value).as(name).doesNotContainPattern(secrets));
  }

  @Test
  void recordsAndHeadersOfAllTopicsHoldNoSecret() {
    List<String> records = Records.all(scene.bootstrap());
    assertThat(records).anyMatch(record -> record.startsWith("slack-sink-dead-letters headers"));
    records.forEach(record -> assertThat(record).doesNotContainPattern(secrets));
  }

  @Test
  void theLogAtTraceHoldsNoSecret() throws IOException {
    assertThat(WorkerLog.traces(scene.log())).isGreaterThan(1000);
    assertThat(WorkerLog.with(secrets, scene.log())).isEmpty();
  }

  @Test
  void theLogAtInfoHoldsNoTextThatAPersonHasWritten() throws IOException {
    assertThat(WorkerLog.with(Pattern.compile(Scene.WORDS), scene.log()))
        .as("texts at any level, to know that they were there")
        .isNotEmpty();
    assertThat(WorkerLog.atInfo(scene.log()))
        .hasSizeGreaterThan(20)
        .noneMatch(line -> line.contains(Scene.WORDS));
  }

  @ParameterizedTest
  @CsvSource({
    "slack-source,x-slack-req-id",
    "slack-sink,x-slack-req-id",
    "twitter-source,x-transaction-id",
    "nomics-source,CF-Ray"
  })
  void aLineOfAServicesTroubleCarriesConnectorTaskAndTheRequestsId(String connector, String header)
      throws IOException {
    Pattern line =
        Pattern.compile(
            " WARN +\\[" + connector + "\\|task-0\\S*\\] .*" + header + " " + EchoingProxy.REQUEST);
    assertThat(WorkerLog.atInfo(scene.log())).anyMatch(each -> line.matcher(each).find());
  }

  @Test
  void prometheusIsToldAllThatTheDashboardAndTheAlertsAskOfAWorker() throws IOException {
    Set<String> used =
        Monitoring.used().stream()
            .filter(name -> !name.startsWith("bellwether_job_"))
            .collect(Collectors.toSet());
    assertThat(used).hasSizeGreaterThan(25);
    assertThat(exposition).contains("jmx_scrape_error 0.0");
    assertThat(Monitoring.names(exposition)).containsAll(used);
    for (String connector : Scene.CONNECTORS) {
      assertThat(exposition)
          .contains(
              "bellwether_requests_total{connector=\"" + connector + "\",task=\"0\"}",
              "kafka_connect_tasks_running{connector=\"" + connector + "\"} 1.0");
    }
  }
}
