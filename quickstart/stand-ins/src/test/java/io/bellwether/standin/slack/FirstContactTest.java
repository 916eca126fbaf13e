package io.bellwether.standin.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.ullink.slack.simpleslackapi.SlackSession;
import com.ullink.slack.simpleslackapi.impl.SlackSessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FirstContactTest {
  private final SlackStandIn slack = SlackStandIn.start(Options.defaults());
  private final SlackSdk sdk = new SlackSdk(slack);
  private final App app = slack.workspace().app("Bellwether");
  private final Channel channel = slack.workspace().createChannel("feedback", false);

  @AfterEach
  void stop() throws Exception {
    sdk.close();
    slack.close();
  }

  @Test
  void anAppKnowsWhoItIs() throws Exception {
    AuthTestResponse answer = sdk.with(app.botToken()).authTest(r -> r);
    assertThat(answer.isOk()).isTrue();
    assertThat(answer.getBotId()).isEqualTo(app.botId());
    assertThat(answer.getTeamId()).isEqualTo(slack.workspace().teamId());
  }

  @Test
  void whatAPersonTypesIsInTheHistoryEscaped() throws Exception {
    slack.workspace().join(app, channel);
    slack.workspace().post(slack.workspace().person("ana"), channel, "a < b & c");
    ConversationsHistoryResponse history =
        sdk.with(app.botToken()).conversationsHistory(r -> r.channel(channel.id()));
    assertThat(history.isOk()).isTrue();
    assertThat(history.getMessages().get(0).getText()).isEqualTo("a &lt; b &amp; c");
    assertThat(history.getMessages()).hasSize(2);
  }

  @Test
  void anAppPostsAndASocketHearsIt() throws Exception {
    slack.workspace().join(app, channel);
    try (SlackSdk.Socket socket = sdk.socket(app, true)) {
      await().untilAsserted(() -> assertThat(socket.frames("hello")).hasSize(1));
      ChatPostMessageResponse posted =
          sdk.with(app.botToken()).chatPostMessage(r -> r.channel("#feedback").text("hello"));
      assertThat(posted.isOk()).isTrue();
      await().untilAsserted(() -> assertThat(socket.texts()).containsExactly("hello"));
      await().untilAsserted(() -> assertThat(slack.sockets().unacknowledged(app)).isZero());
      assertThat(socket.events().get(0).get("bot_id").getAsString()).isEqualTo(app.botId());
    }
  }

  @Test
  void theTalksClientConnectsAndPostsAsThePerson() throws Exception {
    App people = slack.workspace().app("people", "ana");
    slack.workspace().join(slack.workspace().person("ana"), channel);
    SlackSession session =
        SlackSessionFactory.getSlackSessionBuilder(people.userToken(), people.appToken())
            .withBaseApiUrl(slack.webApiUrl().toString())
            .build();
    session.connect();
    try {
      var reply = session.sendMessage(session.findChannelByName("feedback"), "Azure is down again");
      assertThat(reply.getReply().isOk()).isTrue();
    } finally {
      session.disconnect();
    }
    Message last = slack.workspace().messages(channel).get(1);
    assertThat(last.userId()).isEqualTo(people.installerId());
    assertThat(last.text()).isEqualTo("Azure is down again");
    assertThat(slack.calls()).extracting(Call::method).contains("users.list", "auth.test");
  }
}
