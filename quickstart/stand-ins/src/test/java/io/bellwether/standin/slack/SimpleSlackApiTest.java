package io.bellwether.standin.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.ullink.slack.simpleslackapi.SlackChannel;
import com.ullink.slack.simpleslackapi.SlackPreparedMessage;
import com.ullink.slack.simpleslackapi.SlackSession;
import com.ullink.slack.simpleslackapi.impl.ChannelHistoryModuleFactory;
import com.ullink.slack.simpleslackapi.impl.SlackSessionFactory;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A second client, written by others and against older documents, as judge. */
class SimpleSlackApiTest {
  private final Fixture fixture = Fixture.unlimited();
  private final App people = fixture.workspace.app("people", "ana");
  private SlackSession session;
  private SlackChannel channel;

  @BeforeEach
  void connect() throws Exception {
    fixture.workspace.join(fixture.ana, fixture.channel);
    session =
        SlackSessionFactory.getSlackSessionBuilder(people.userToken(), people.appToken())
            .withBaseApiUrl(fixture.slack.webApiUrl().toString())
            .build();
    session.connect();
    channel = session.findChannelByName("feedback");
  }

  @AfterEach
  void stop() throws Exception {
    session.disconnect();
    fixture.close();
  }

  @Test
  void itKnowsItselfTheTeamTheUsersAndTheChannels() {
    assertThat(session.isConnected()).isTrue();
    assertThat(session.sessionPersona().getUserName()).isEqualTo("ana");
    assertThat(session.getTeam().getId()).isEqualTo(fixture.workspace.teamId());
    assertThat(session.findUserByUserName("bellwether").isBot()).isTrue();
    assertThat(channel.getId()).isEqualTo(fixture.channel.id());
    assertThat(fixture.slack.calls())
        .extracting(Call::method)
        .containsExactly(
            "users.list", "conversations.list", "auth.test", "users.info", "apps.connections.open");
  }

  @Test
  void itPostsEditsAndDeletes() {
    assertThat(session.sendMessage(channel, "Azure is down").getReply().isOk()).isTrue();
    // The reply's own getTimestamp() is always null: the library looks for another field name.
    String ts = fixture.workspace.messages(fixture.channel).get(2).ts();
    assertThat(session.updateMessage(ts, channel, "Azure is up").getReply().isOk()).isTrue();
    Message now = fixture.workspace.log().find(channel.getId(), ts).orElseThrow();
    assertThat(now.text()).isEqualTo("Azure is up");
    assertThat(now.userId()).isEqualTo(fixture.ana.id());
    assertThat(session.deleteMessage(ts, channel).getReply().isOk()).isTrue();
    assertThat(fixture.workspace.log().find(channel.getId(), ts)).isEmpty();
  }

  @Test
  void itAnswersInAThread() {
    Message parent = fixture.say("who is on call?");
    session.sendMessage(
        channel,
        SlackPreparedMessage.builder().message("I am").threadTimestamp(parent.ts()).build());
    assertThat(fixture.workspace.log().thread(parent).orElseThrow().replyCount()).isEqualTo(1);
  }

  @Test
  void itReadsTheHistory() {
    for (int n = 0; n < 30; n++) {
      fixture.say("m" + n);
    }
    var read =
        ChannelHistoryModuleFactory.createChannelHistoryModule(session)
            .fetchHistoryOfChannel(channel.getId());
    assertThat(read).hasSize(30);
    assertThat(read.get(0).getMessageContent()).isEqualTo("m29");
  }

  @Test
  void itPagesThroughTheHistoryByCursor() {
    for (int n = 0; n < 30; n++) {
      fixture.say("m" + n);
    }
    String first =
        session
            .postGenericSlackCommand(
                Map.of("channel", channel.getId(), "limit", "20"), "conversations.history")
            .getReply()
            .getPlainAnswer();
    assertThat(first).contains("\"has_more\":true", "\"next_cursor\":\"");
    String cursor = first.replaceAll(".*\"next_cursor\":\"([^\"]*)\".*", "$1");
    String second =
        session
            .postGenericSlackCommand(
                Map.of("channel", channel.getId(), "limit", "20", "cursor", cursor),
                "conversations.history")
            .getReply()
            .getPlainAnswer();
    assertThat(second).contains("\"has_more\":false", "\"m0\"").doesNotContain("\"m29\"");
  }
}
