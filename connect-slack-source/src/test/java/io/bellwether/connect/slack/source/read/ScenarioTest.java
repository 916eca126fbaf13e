package io.bellwether.connect.slack.source.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.script.Expected;
import io.bellwether.standin.slack.script.Play;
import io.bellwether.standin.slack.script.Script;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * 3 channels, 300 messages, 40 threads with 120 replies, half of them under parents older than the
 * start, 20 edits, 10 deletions, a bot, joins: exactly the expected records, in both modes.
 */
@Timeout(180)
class ScenarioTest {
  private final TaskUnderTest it = new TaskUnderTest();
  private final Play play = Script.standard(3).begin(it.slack.workspace(), it.app, "script");

  ScenarioTest() {
    it.config.put(
        "slack.channels",
        play.channels().stream().map(Channel::name).collect(Collectors.joining(",")));
    it.config.put("start.from", play.start().toString());
  }

  @AfterEach
  void stop() {
    it.close();
  }

  private static List<String> ids(List<Expected> expected) {
    return expected.stream().map(Expected::eventId).toList();
  }

  /** Polls for so many, and then for as long as one more look at everything takes. */
  private void awaitExactly(List<String> expected) {
    it.pollUntil(() -> it.eventIds().size() >= expected.size());
    long calls = it.calls("conversations.history");
    it.pollUntil(() -> it.calls("conversations.history") > calls + 12);
    assertThat(it.eventIds()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @CsvSource({"socket,include", "history,include", "socket,exclude", "history,exclude"})
  void messagesAndRepliesAreTheSameInBothModes(String mode, String bots) {
    it.config.put("bots", bots);
    it.start(mode);
    while (play.left() > 0) {
      play.step();
      if (play.left() % 7 == 0) {
        it.pollUntil(() -> true);
      }
    }
    List<Expected> said =
        play.said().stream()
            .filter(each -> bots.equals("include") || !each.text().startsWith("notice"))
            .toList();
    assertThat(said).hasSize(bots.equals("include") ? 420 : 390);
    awaitExactly(ids(said));

    play.change();
    awaitExactly(ids(said));
  }

  @ParameterizedTest
  @ValueSource(strings = {"socket", "history"})
  void eachModeTellsTheChangesItCanSee(String mode) {
    it.config.put("changes", "emit");
    it.start(mode);
    it.pollUntilQuiet();
    play.talk();
    awaitExactly(ids(play.said()));

    if (mode.equals("socket")) {
      it.pollUntilConnected();
    }
    play.change();
    List<Expected> changed = mode.equals("socket") ? play.changedLive() : play.changedInHistory();
    assertThat(changed).hasSize(mode.equals("socket") ? 30 : 24);
    awaitExactly(ids(Stream.concat(play.said().stream(), changed.stream()).toList()));
  }

  @Test
  void aTaskThatDiesAnywhereComesToTheSameRecords() {
    Random random = new Random(5);
    it.start("socket");
    while (play.left() > 0) {
      play.step();
      if (random.nextInt(12) == 0) {
        it.pollAndDie(random);
        it.start(random.nextBoolean() ? "socket" : "history");
      }
    }
    awaitExactly(ids(play.said()));
  }
}
