package io.bellwether.connect.slack.source.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.connect.slack.SlackTs;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Draft;
import io.bellwether.standin.slack.Message;
import io.bellwether.standin.slack.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies, by whatever way they come, are emitted once. */
@Timeout(120)
class ThreadRepliesTest {
  private final TaskUnderTest it = new TaskUnderTest();
  private final User ann = it.slack.workspace().person("Ann");
  private final Channel channel = it.slack.workspace().createChannel("feedback", false);

  ThreadRepliesTest() {
    it.slack.workspace().join(it.app, channel);
    it.slack.workspace().join(ann, channel);
    it.config.put("slack.channels", "feedback");
  }

  @AfterEach
  void stop() {
    it.close();
  }

  private Message post(String text) {
    return it.slack.workspace().post(ann, channel, text);
  }

  private Message reply(Message parent, String text) {
    return it.slack.workspace().reply(ann, parent, text);
  }

  private Message broadcast(Message parent, String text) {
    return it.slack
        .workspace()
        .log()
        .post(
            channel.id(),
            new Draft(ann.id(), null, text, parent.ts(), "thread_broadcast", Message.Details.NONE));
  }

  private void awaitExactly(String... texts) {
    it.pollUntil(() -> it.texts().size() >= texts.length);
    assertThat(it.texts()).containsExactlyInAnyOrder(texts);
  }

  @ParameterizedTest
  @ValueSource(strings = {"socket", "history"})
  void aReplyNamesItsParent(String mode) {
    Message parent = post("parent");
    it.start(mode);
    awaitExactly("parent");
    reply(parent, "reply");
    awaitExactly("parent", "reply");
    assertThat(((Struct) it.records.get(1).value()).getString("thread")).isEqualTo(parent.ts());
  }

  @ParameterizedTest
  @ValueSource(strings = {"socket", "history"})
  void aReplyThatTheChannelShowsTooComesOnce(String mode) {
    Message parent = post("parent");
    reply(parent, "first");
    broadcast(parent, "both");
    it.start(mode);
    awaitExactly("parent", "first", "both");
    broadcast(parent, "both again");
    reply(parent, "last");
    awaitExactly("parent", "first", "both", "both again", "last");
  }

  @Test
  void onlyRepliesAfterTheStartAreReadAlsoUnderOldParents() {
    Message parent = post("old parent");
    Message last = reply(parent, "old reply");
    it.config.put("start.from", SlackTs.instant(last.ts()).toString());
    reply(parent, "new reply");
    it.start("history");
    awaitExactly("new reply");
  }

  @Test
  void onlyThreadsThatHaveChangedAreAskedFor() {
    List<Message> parents = new ArrayList<>();
    for (int n = 0; n < 10; n++) {
      parents.add(post("parent " + n));
      reply(parents.get(n), "reply " + n);
    }
    it.start("history");
    it.pollUntil(() -> it.texts().size() == 20);
    long looks = it.calls("conversations.history");
    it.pollUntil(() -> it.calls("conversations.history") > looks + 20);
    long before = it.calls("conversations.replies");
    assertThat(before).isEqualTo(10);

    reply(parents.get(3), "one more");
    it.pollUntil(() -> it.texts().contains("one more"));
    assertThat(it.calls("conversations.replies")).isEqualTo(before + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"socket", "history"})
  void longThreadsAreReadOverSeveralPages(String mode) {
    it.config.put("history.page.size", "7");
    Message parent = post("parent");
    for (int n = 0; n < 40; n++) {
      reply(parent, "reply " + n);
    }
    it.start(mode);
    it.pollUntil(() -> it.texts().size() >= 41);
    assertThat(it.texts()).doesNotHaveDuplicates().hasSize(41);
  }

  @Test
  void repliesThatCameWhileTheSocketWasGoneAreFoundOnTheirParents() {
    Message parent = post("parent");
    it.start("socket");
    it.pollUntilConnected();
    it.slack.sockets().drop(it.app);
    for (int n = 0; n < 25; n++) {
      reply(parent, "reply " + n);
    }
    it.pollUntil(() -> it.texts().size() >= 26);
    assertThat(it.texts()).doesNotHaveDuplicates().hasSize(26);
  }

  @Test
  void aTaskThatDiesAnywhereNeitherLosesNorRepeatsAReply() {
    Random random = new Random(11);
    List<Message> parents = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int n = 0; n < 12; n++) {
      parents.add(post("parent " + n));
      expected.add("parent " + n);
    }
    it.start("socket");
    for (int n = 0; n < 200; n++) {
      reply(parents.get(random.nextInt(parents.size())), "reply " + n);
      expected.add("reply " + n);
      if (random.nextInt(4) == 0) {
        it.pollAndDie(random);
        it.start(random.nextBoolean() ? "socket" : "history");
      }
    }
    it.pollUntil(() -> it.texts().size() >= expected.size());
    assertThat(it.texts()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void thePositionStaysSmallHoweverManyRepliesWereRead() {
    for (int n = 0; n < 4; n++) {
      Message parent = post("parent " + n);
      for (int each = 0; each < 75; each++) {
        reply(parent, "reply " + each + " to " + n);
      }
    }
    it.start("history");
    it.pollUntil(() -> it.texts().size() == 304);
    // A few seconds later the mark of the rounds has passed them all.
    it.pollUntil(
        () -> {
          if (it.slack.calls().size() % 50 == 0) {
            post("the channel goes on");
          }
          return it.positions().stream()
              .allMatch(position -> !position.containsKey("replies_above"));
        });
    assertThat(it.positions().toString().length()).isLessThan(20_000);
    assertThat(it.texts().stream().filter(text -> text.startsWith("reply")))
        .doesNotHaveDuplicates();
  }

  @Test
  void excludedRepliesCostNoRequest() {
    it.config.put("replies", "exclude");
    Message parent = post("parent");
    reply(parent, "reply");
    it.start("history");
    awaitExactly("parent");
    post("another");
    awaitExactly("parent", "another");
    assertThat(it.calls("conversations.replies")).isZero();
  }
}
