package io.bellwether.standin.slack.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Message;
import io.bellwether.standin.slack.Options;
import io.bellwether.standin.slack.SlackStandIn;
import io.bellwether.standin.slack.Ts;
import io.bellwether.standin.slack.Workspace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScriptTest {
  private final SlackStandIn slack = SlackStandIn.start(Options.defaults());
  private final Workspace workspace = slack.workspace();
  private final Play play = Script.standard(7).begin(workspace, workspace.app("reader"), "script");

  @AfterEach
  void stop() {
    slack.close();
  }

  private List<Message> all() {
    return play.channels().stream()
        .map(Channel::id)
        .map(id -> workspace.channel(id).orElseThrow())
        .flatMap(channel -> workspace.messages(channel).stream())
        .toList();
  }

  @Test
  void theSecondActIsAsLargeAsPromised() {
    play.talk();

    assertThat(play.channels()).hasSize(3);
    assertThat(play.said()).hasSize(420);
    assertThat(play.said().stream().filter(Expected::inThread)).hasSize(120);
    assertThat(all().stream().filter(each -> "thread_broadcast".equals(each.subtype()))).hasSize(6);
    Set<String> threads =
        play.said().stream().flatMap(each -> each.thread().stream()).collect(Collectors.toSet());
    Ts start = Ts.of(play.start());
    assertThat(threads).hasSize(40);
    assertThat(threads.stream().filter(ts -> Ts.parse(ts).orElseThrow().compareTo(start) <= 0))
        .hasSize(20);
    assertThat(all().stream().filter(each -> each.text().startsWith("notice"))).hasSize(30);
  }

  @Test
  void everyEventIsExpectedOnceAndNothingOfJoinsAndOwnPosts() {
    play.talk();
    play.change();

    List<String> ids = play.live().map(Expected::eventId).toList();
    assertThat(new HashSet<>(ids)).hasSize(ids.size()).hasSize(450);
    assertThat(play.said()).noneMatch(each -> each.text().contains("own post"));
    assertThat(play.said()).noneMatch(each -> each.text().contains("has joined"));
  }

  @Test
  void theStartLiesBetweenTheActs() {
    Ts start = Ts.of(play.start());
    int before = all().size();
    assertThat(all()).allMatch(each -> Ts.parse(each.ts()).orElseThrow().compareTo(start) <= 0);
    play.talk();
    assertThat(
            all().stream().filter(each -> Ts.parse(each.ts()).orElseThrow().compareTo(start) > 0))
        .hasSize(all().size() - before);
  }

  @Test
  void theThirdActChangesMessagesAndReplies() {
    play.talk();
    play.change();

    assertThat(play.changedLive().stream().filter(each -> each.kind() == Expected.Kind.EDITED))
        .hasSize(20);
    assertThat(play.changedLive().stream().filter(each -> each.kind() == Expected.Kind.DELETED))
        .hasSize(10);
    assertThat(play.changedInHistory()).hasSize(24);
    assertThat(all().stream().filter(each -> "tombstone".equals(each.subtype()))).hasSize(1);
    assertThat(all().stream().filter(each -> each.text().startsWith("edited: "))).hasSize(20);
  }

  @Test
  void theSameSeedPlaysTheSame() {
    Play again = Script.standard(7).begin(workspace, workspace.app("reader 2"), "script2");
    play.talk();
    again.talk();
    assertThat(again.said().stream().map(each -> each.text().replace("script2", "script")))
        .containsExactlyElementsOf(play.said().stream().map(Expected::text).toList());
  }
}
