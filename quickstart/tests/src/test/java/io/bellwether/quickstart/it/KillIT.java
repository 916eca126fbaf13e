package io.bellwether.quickstart.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.quickstart.stack.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each part is killed once while somebody talks: nothing is lost, nothing told twice. */
class KillIT {
  private static final long SEED = 48;

  @TempDir Path temporary;

  @Test
  void noKillLosesOrDoublesWhatIsSaid() throws Exception {
    Path state = temporary.resolve("state");
    try (RunningDemo demo = RunningDemo.start(state)) {
      PageClient page = new PageClient(demo.page());
      Talk talk = Talk.start(page, SEED);
      for (String part : List.of("connect", "spark", "broker")) {
        assertThat(page.kill(part)).as(part).isEqualTo(202);
        patiently(part).until(() -> page.happened(part).contains("ready"));
        assertThat(page.happened(part)).containsExactly("killed", "restarting", "ready");
      }
      talk.end();

      assertEachMessageIsOnceInFeedback(demo, page.said());
      assertEachMessageHasOneOutcomeAndItsAlert(demo, page);
      assertThat(demo.children()).hasSize(3);

      assertThat(page.kill("spark")).isEqualTo(202);
      assertThat(page.kill("broker")).isEqualTo(202);
      patiently("restart of spark").until(() -> page.happened("spark").contains("restarting"));
      demo.stop();
      assertThat(demo.children()).isEmpty();
      assertThat(state.resolve("run")).isEmptyDirectory();
    }
  }

  private static void assertEachMessageIsOnceInFeedback(RunningDemo demo, List<String> said) {
    try (TopicReader reader = reader(demo, Topics.FEEDBACK)) {
      patiently("feedback").until(() -> reader.eventIds().size() >= said.size());
      assertThat(reader.eventIds().stream().map(KillIT::message))
          .containsExactlyInAnyOrderElementsOf(said);
    }
  }

  private static void assertEachMessageHasOneOutcomeAndItsAlert(RunningDemo demo, PageClient page) {
    List<String> outcomes = new ArrayList<>();
    int said = page.said().size();
    List<TopicReader> readers = Topics.OUTCOMES.stream().map(t -> reader(demo, t)).toList();
    patiently("outcomes")
        .until(() -> readers.stream().mapToInt(r -> distinct(r).size()).sum() >= said);
    for (int i = 0; i < readers.size(); i++) {
      Set<String> routed = distinct(readers.get(i));
      outcomes.addAll(routed);
      String channel = Topics.OUTCOMES.get(i);
      if (List.of("negative-feedback", "positive-feedback").contains(channel)) {
        assertThat(routed).as(channel).isNotEmpty();
        patiently("alerts").until(() -> page.alerted(channel).size() >= routed.size());
        assertThat(page.alerted(channel)).containsExactlyInAnyOrderElementsOf(routed);
      }
    }
    readers.forEach(TopicReader::close);
    assertThat(outcomes).containsExactlyInAnyOrderElementsOf(page.said());
  }

  private static Set<String> distinct(TopicReader reader) {
    Set<String> messages = new HashSet<>();
    reader.eventIds().forEach(id -> messages.add(message(id)));
    return messages;
  }

  /** {@code slack:TEAM:CHANNEL:TS:VERSION} as the page names it. */
  private static String message(String eventId) {
    String[] words = eventId.split(":");
    return words[2] + ":" + words[3];
  }

  private static TopicReader reader(RunningDemo demo, String topic) {
    return new TopicReader(demo.bootstrap(), "kill-" + System.nanoTime(), topic);
  }

  private static ConditionFactory patiently(String what) {
    return await(what).atMost(Duration.ofMinutes(5));
  }
}
