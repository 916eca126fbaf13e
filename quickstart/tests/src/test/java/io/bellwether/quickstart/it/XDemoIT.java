package io.bellwether.quickstart.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.quickstart.stack.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo with X: complaints there are alerts in Slack, each once, whoever is killed. */
class XDemoIT {
  private static final String COMPLAINT = "#Azure is down again, this is unacceptable ";
  private static final int EACH_TIME = 3;

  @TempDir Path temporary;

  @Test
  void complaintsOnXAndInSlackAreEachOneAlertAlsoWhenTheWorkerIsKilled() throws Exception {
    try (RunningDemo demo = RunningDemo.start(temporary.resolve("state"), "--with", "x")) {
      PageClient page = new PageClient(demo.page());
      complain(page, "before");
      patiently("the first alerts").until(() -> !page.alerted("negative-feedback").isEmpty());
      assertThat(page.kill("connect")).isEqualTo(202);
      complain(page, "while nobody reads");
      patiently("the worker").until(() -> page.happened("connect").contains("ready"));
      complain(page, "after");
      page.say("X", "Nice weather today");

      List<String> due = new ArrayList<>(page.said());
      due.addAll(page.said("X").subList(0, 3 * EACH_TIME));
      assertThat(due).hasSize(6 * EACH_TIME);
      patiently("all alerts").until(() -> page.alerted("negative-feedback").size() >= due.size());
      assertThat(page.alerted("negative-feedback")).containsExactlyInAnyOrderElementsOf(due);
      assertEachIsOnceInFeedback(demo, due.size());
      assertTheLedgerSaysSo(demo);
    }
  }

  private static void complain(PageClient page, String when) {
    for (int each = 0; each < EACH_TIME; each++) {
      page.say("X", COMPLAINT + when + " " + each);
      page.say("feedback", COMPLAINT + when + " " + each);
    }
  }

  private static void assertEachIsOnceInFeedback(RunningDemo demo, int due) {
    try (TopicReader reader = new TopicReader(demo.bootstrap(), "x-demo", Topics.FEEDBACK)) {
      patiently("feedback").until(() -> reader.eventIds().size() >= due);
      assertThat(reader.eventIds()).hasSize(due).doesNotHaveDuplicates();
      assertThat(reader.eventIds()).filteredOn(id -> id.startsWith("x:")).hasSize(due / 2);
    }
  }

  private static void assertTheLedgerSaysSo(RunningDemo demo) {
    patiently("the ledger").until(() -> now(demo).at("/ledger/waitingForSink").asInt() == 0);
    JsonNode now = now(demo);
    assertThat(now.at("/ledger/said").asInt()).isEqualTo(6 * EACH_TIME);
    assertThat(now.at("/ledger/posted").asInt()).isEqualTo(6 * EACH_TIME);
    assertThat(now.at("/ledger/lost/all").asInt()).isZero();
    assertThat(now.at("/ledger/doubled/all").asInt()).isZero();
    for (JsonNode source : now.path("sources")) {
      assertThat(source.path("said").asInt()).as("%s", source).isEqualTo(3 * EACH_TIME);
      assertThat(source.path("posted").asInt()).as("%s", source).isEqualTo(3 * EACH_TIME);
    }
    assertThat(now.path("sources")).hasSize(2);
  }

  private static JsonNode now(RunningDemo demo) {
    return RunningDemo.json(demo.page().resolve("api/measures")).path("now");
  }

  private static ConditionFactory patiently(String what) {
    return await(what).atMost(Duration.ofMinutes(3));
  }
}
