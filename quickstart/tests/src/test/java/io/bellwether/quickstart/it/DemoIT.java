package io.bellwether.quickstart.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.quickstart.page.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer does: starts the demo, says something, sees the alert. */
class DemoIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir static Path temporary;
  private static RunningDemo demo;

  @BeforeAll
  static void start() {
    demo = RunningDemo.start(temporary.resolve("state"));
  }

  @AfterAll
  static void stop() throws Exception {
    if (demo != null) {
      demo.close();
    }
  }

  @Test
  void itIsReadyWithinAMinute() {
    assertThat(demo.secondsToReady()).isLessThanOrEqualTo(60);
  }

  @Test
  void aComplaintTypedOnThePageComesBackAsAnAlert() {
    try (Browser browser = Browser.openOrSkip()) {
      browser.open(demo.page());
      browser.type("Azure is down again, this is unacceptable");
      browser.awaitText(".message .verdict .pill", "negative");
      browser.awaitText(".message .verdict a", "alerted in #negative-feedback");
      browser.click("nav a[href='#negative-feedback']");
      browser.awaitText(".message.alert .text", "Azure is down again, this is unacceptable");
      browser.hasNoComplaint();
    }
  }

  @Test
  void whatIsSaidOnTheCommandLineComesBackAsAnAlert() throws Exception {
    String text = "I love how fast the new Azure portal is, great work";
    Path output = temporary.resolve("say.out");

    int exit =
        RunningDemo.command(
            output, "say", "--state", temporary.resolve("state").toString(), "#feedback", text);

    assertThat(exit).as(Files.readString(output)).isZero();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(demo.texts("positive-feedback"))
                    .anyMatch(alert -> alert.contains(text)));
  }

  @Test
  void theWorkerLoadsThePackagedPlugins() {
    JsonNode plugins = RunningDemo.json(demo.connect().resolve("/connector-plugins"));
    assertThat(plugins)
        .filteredOn(plugin -> plugin.path("class").asText().startsWith("io.bellwether."))
        .extracting(plugin -> plugin.path("class").asText() + " " + plugin.path("version").asText())
        .containsExactlyInAnyOrder(
            "io.bellwether.connect.nomics.source.NomicsSourceConnector 0.1.0",
            "io.bellwether.connect.slack.source.SlackSourceConnector 0.1.0",
            "io.bellwether.connect.slack.sink.SlackSinkConnector 0.1.0",
            "io.bellwether.connect.twitter.source.TwitterSourceConnector 0.1.0");
  }

  @Test
  void aSecondDemoOnTheSameStateIsRefused() throws Exception {
    Path output = temporary.resolve("second.out");
    int exit =
        RunningDemo.command(output, "demo", "--state", temporary.resolve("state").toString());
    assertThat(exit).isOne();
    assertThat(output).content().contains("Another demo runs on");
  }

  @Test
  void noTokenIsInALogARestAnswerOrOnThePage() throws Exception {
    Secrets.assertNoneIn(temporary.resolve("state").resolve("logs"));
    Secrets.assertNoneIn("the terminal", demo.output());
    Secrets.assertNoneIn("the page", RunningDemo.text(demo.page().resolve("api/workspace")));
    Secrets.assertNoneIn(
        "Connect",
        RunningDemo.text(demo.connect().resolve("/connectors?expand=info&expand=status")));
  }
}
