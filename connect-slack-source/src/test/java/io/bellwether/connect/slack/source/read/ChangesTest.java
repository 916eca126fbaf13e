package io.bellwether.connect.slack.source.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Message;
import io.bellwether.standin.slack.User;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Edits and deletions, live and as history shows them. */
@Timeout(120)
class ChangesTest {
  private final TaskUnderTest it = new TaskUnderTest();
  private final User ann = it.slack.workspace().person("Ann");
  private final Channel channel = it.slack.workspace().createChannel("feedback", false);

  ChangesTest() {
    it.slack.workspace().join(it.app, channel);
    it.slack.workspace().join(ann, channel);
    it.config.put("slack.channels", "feedback");
    it.config.put("changes", "emit");
  }

  @AfterEach
  void stop() {
    it.close();
  }

  private Message post(String text) {
    return it.slack.workspace().post(ann, channel, text);
  }

  private void awaitCount(int count) {
    it.pollUntil(() -> it.records.size() >= count);
    long calls = it.calls("conversations.history");
    it.pollUntil(() -> it.calls("conversations.history") > calls + 6);
    assertThat(it.records).hasSize(count);
  }

  private Struct last() {
    return (Struct) it.records.get(it.records.size() - 1).value();
  }

  @ParameterizedTest
  @ValueSource(strings = {"socket", "history"})
  void anEditIsANewVersionUnderTheSameKey(String mode) {
    Message message = post("good");
    it.start(mode);
    it.pollUntilQuiet();
    awaitCount(1);
    if (mode.equals("socket")) {
      it.pollUntilConnected();
    }
    it.slack.workspace().edit(message, "bad");
    awaitCount(2);

    assertThat(it.records.get(1).key()).isEqualTo(it.records.get(0).key());
    assertThat(last().getString("text")).isEqualTo("bad");
    assertThat(last().getInt64("event_version")).isPositive();
    assertThat(last().getString("event_id"))
        .isEqualTo(it.records.get(1).key() + ":" + last().getInt64("event_version"));
    assertThat(last().getString("previous_text")).isEqualTo(mode.equals("socket") ? "good" : null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"socket", "history"})
  void aDeletionIsAVersionOfItsOwn(String mode) {
    post("stays");
    Message message = post("goes");
    it.start(mode);
    it.pollUntilQuiet();
    awaitCount(2);
    if (mode.equals("socket")) {
      it.pollUntilConnected();
    }
    it.slack.workspace().delete(message);
    awaitCount(3);

    assertThat(last().getString("event_id")).endsWith(":" + message.ts() + ":-1");
    assertThat(last().getString("text")).isEmpty();
  }

  @Test
  void aDeletionMayBeATombstone() {
    it.config.put("deletes", "tombstone");
    Message message = post("goes");
    it.start("history");
    it.pollUntilQuiet();
    awaitCount(1);
    it.slack.workspace().delete(message);
    awaitCount(2);

    SourceRecord gone = it.records.get(1);
    assertThat(gone.value()).isNull();
    assertThat(gone.key()).isEqualTo(it.records.get(0).key());
  }

  @Test
  void whatWasEditedBeforeItWasReadComesOnceAsThatVersion() {
    Message message = post("good");
    it.slack.workspace().edit(message, "bad");
    it.start("history");
    awaitCount(1);
    assertThat(last().getString("text")).isEqualTo("bad");
    assertThat(last().getInt64("event_version")).isPositive();
  }

  @Test
  void changesMadeWhileTheTaskWasDeadAreToldAfterwards() {
    Message edited = post("good");
    Message deleted = post("goes");
    it.start("socket");
    it.pollUntilQuiet();
    awaitCount(2);
    it.kill();
    it.slack.workspace().edit(edited, "bad");
    it.slack.workspace().delete(deleted);
    it.start("history");
    awaitCount(4);
    assertThat(it.eventIds().stream().map(id -> id.replaceAll(".*:", "")))
        .contains("0", "-1")
        .doesNotContainSequence("0", "0", "0");
  }

  @Test
  void aTaskThatDiesAnywhereTellsEachChangeOnce() {
    List<Message> messages = IntStream.range(0, 30).mapToObj(n -> post("message " + n)).toList();
    Random random = new Random(3);
    it.start("socket");
    it.pollUntilQuiet();
    awaitCount(30);
    for (int n = 0; n < 30; n++) {
      if (n % 3 == 0) {
        it.slack.workspace().delete(messages.get(n));
      } else {
        it.slack.workspace().edit(messages.get(n), "edited " + n);
      }
      if (random.nextInt(4) == 0) {
        it.pollAndDie(random);
        it.start(random.nextBoolean() ? "socket" : "history");
      }
    }
    awaitCount(60);
    assertThat(it.eventIds()).doesNotHaveDuplicates();
  }

  @Test
  void whatIsNotAnEditIsNotTold() {
    it.config.put("changes", "ignore");
    Message message = post("good");
    it.start("socket");
    it.pollUntilConnected();
    awaitCount(1);
    it.slack.workspace().edit(message, "bad");
    it.slack.workspace().delete(message);
    post("another");
    awaitCount(2);
    assertThat(it.texts()).containsExactly("good", "another");
    it.pollUntil(() -> it.slack.sockets().unacknowledged(it.app) == 0);
  }
}
