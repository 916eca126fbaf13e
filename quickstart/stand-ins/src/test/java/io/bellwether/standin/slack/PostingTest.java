package io.bellwether.standin.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.Message;
import io.bellwether.standin.TickableClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostingTest {
  private final Fixture fixture = Fixture.unlimited();
  private final String token = fixture.app.botToken();
  private final String channel = fixture.channel.id();

  @AfterEach
  void stop() {
    fixture.close();
  }

  private String error(String... arguments) throws Exception {
    return fixture.http.error("chat.postMessage", token, arguments);
  }

  @Test
  void aBotsMessageSaysWhichAppPostedIt() throws Exception {
    ChatPostMessageResponse posted =
        fixture.sdk.with(token).chatPostMessage(r -> r.channel("feedback").text("*down* <!here>"));
    Message message = posted.getMessage();
    assertThat(posted.getChannel()).isEqualTo(channel);
    assertThat(message.getUser()).isEqualTo(fixture.app.botUserId());
    assertThat(message.getBotId()).isEqualTo(fixture.app.botId());
    assertThat(message.getAppId()).isEqualTo(fixture.app.appId());
    assertThat(message.getBotProfile().getName()).isEqualTo("Bellwether");
    assertThat(message.getText()).isEqualTo("*down* <!here>");
    assertThat(message.getSubtype()).isNull();
  }

  @Test
  void aUserTokenPostsAsThePersonAndStillCarriesTheBot() throws Exception {
    App people = fixture.workspace.app("people", "bo");
    fixture.workspace.join(fixture.workspace.person("bo"), fixture.channel);
    Message message =
        fixture
            .sdk
            .with(people.userToken())
            .chatPostMessage(r -> r.channel(channel).text("hi"))
            .getMessage();
    assertThat(message.getUser()).isEqualTo(fixture.workspace.person("bo").id());
    assertThat(message.getBotId()).isEqualTo(people.botId());
  }

  @Test
  void controlCharactersThatControlNothingAreEscaped() throws Exception {
    Message message =
        fixture
            .sdk
            .with(token)
            .chatPostMessage(r -> r.channel(channel).text("a < b & c > d &amp; <https://x.y|z>"))
            .getMessage();
    assertThat(message.getText()).isEqualTo("a &lt; b &amp; c &gt; d &amp; <https://x.y|z>");
  }

  @Test
  void whatCannotBePostedGetsSlacksWords() throws Exception {
    assertThat(error("channel", channel)).isEqualTo("no_text");
    assertThat(error("text", "x")).isEqualTo("invalid_arguments");
    assertThat(error("channel", "#nowhere", "text", "x")).isEqualTo("channel_not_found");
    fixture.workspace.createChannel("other", false);
    assertThat(error("channel", "other", "text", "x")).isEqualTo("not_in_channel");
    fixture.workspace.createChannel("secret", true);
    assertThat(error("channel", "secret", "text", "x")).isEqualTo("channel_not_found");
    fixture.workspace.archive(fixture.channel, true);
    assertThat(error("channel", channel, "text", "x")).isEqualTo("is_archived");
  }

  @Test
  void withTheScopeAnAppPostsToPublicChannelsItIsNotIn() throws Exception {
    fixture.workspace.createChannel("other", false);
    fixture.workspace.setScopes(fixture.app, Set.of("chat:write", "chat:write.public"));
    assertThat(error("channel", "other", "text", "x")).isNull();
  }

  @Test
  void longTextIsCutAt40000CharactersWithAWarning() throws Exception {
    HttpResponse<String> answer =
        fixture.http.form(
            "chat.postMessage", token, "channel", channel, "text", "\uD83D\uDE00".repeat(40_010));
    assertThat(Http.json(answer).get("warning").asText()).isEqualTo("message_truncated");
    String text = Http.json(answer).get("message").get("text").asText();
    assertThat(text.codePointCount(0, text.length())).isEqualTo(40_000);
  }

  @Test
  void blocksAreCheckedAgainstTheLimits() throws Exception {
    String block = "{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"%s\"}}";
    String fine = "[" + block.formatted("x".repeat(3_000)) + "]";
    assertThat(error("channel", channel, "blocks", fine)).isNull();
    String long1 = "[" + block.formatted("x".repeat(3_001)) + "]";
    assertThat(error("channel", channel, "blocks", long1)).isEqualTo("invalid_blocks");
    String many = "[" + (block.formatted("x") + ",").repeat(50) + block.formatted("x") + "]";
    assertThat(error("channel", channel, "blocks", many)).isEqualTo("invalid_blocks");
    String together = "[" + (block.formatted("x".repeat(2_900)) + ",").repeat(4);
    assertThat(
            error(
                "channel", channel, "blocks", together + block.formatted("x".repeat(2_900)) + "]"))
        .isEqualTo("msg_blocks_too_long");
    assertThat(error("channel", channel, "blocks", "[{]")).isEqualTo("invalid_blocks_format");
    assertThat(error("channel", channel, "blocks", "[{\"type\":\"no\"}]"))
        .isEqualTo("invalid_blocks");
  }

  @Test
  void metadataComesBackWhenAskedFor() throws Exception {
    var metadata =
        Message.Metadata.builder()
            .eventType("bellwether_alert")
            .eventPayload(Map.of("event_id", "slack:T1:C1:1.0:0"))
            .build();
    fixture
        .sdk
        .with(token)
        .chatPostMessage(r -> r.channel(channel).text("alert").metadata(metadata));
    Message full =
        fixture
            .sdk
            .with(token)
            .conversationsHistory(r -> r.channel(channel).includeAllMetadata(true))
            .getMessages()
            .get(0);
    assertThat(full.getMetadata().getEventPayload()).containsEntry("event_id", "slack:T1:C1:1.0:0");
    Message brief =
        fixture.sdk.with(token).conversationsHistory(r -> r.channel(channel)).getMessages().get(0);
    assertThat(brief.getMetadata().getEventPayload()).isNull();
  }

  @Test
  void metadataIsChecked() throws Exception {
    String noPayload = "{\"event_type\":\"a\"}";
    String large =
        "{\"event_type\":\"a\",\"event_payload\":{\"x\":\"" + "y".repeat(20_000) + "\"}}";
    assertThat(error("channel", channel, "text", "x", "metadata", noPayload))
        .isEqualTo("invalid_metadata_format");
    assertThat(error("channel", channel, "text", "x", "metadata", "{"))
        .isEqualTo("invalid_metadata_format");
    assertThat(error("channel", channel, "text", "x", "metadata", large))
        .isEqualTo("metadata_too_large");
  }

  @Test
  void jsonBodiesWorkAsFormsDo() throws Exception {
    String body =
        "{\"channel\":\""
            + channel
            + "\",\"text\":\"hi\",\"metadata\":"
            + "{\"event_type\":\"a\",\"event_payload\":{\"n\":1}}}";
    HttpResponse<String> answer =
        fixture.http.send("chat.postMessage", token, "application/json; charset=utf-8", body);
    assertThat(Http.json(answer).get("ok").asBoolean()).isTrue();
    assertThat(fixture.workspace.messages(fixture.channel).get(1).metadata().toString())
        .contains("\"n\":1");
    assertThat(error("broken", "%")).isEqualTo("invalid_arguments");
    assertThat(
            Http.json(fixture.http.send("chat.postMessage", token, "application/json", "{"))
                .get("error")
                .asText())
        .isEqualTo("invalid_json");
  }

  @Test
  void ownMessagesAreEditedAndDeletedAndOthersAreNot() throws Exception {
    String ts = fixture.sdk.with(token).chatPostMessage(r -> r.channel(channel).text("a")).getTs();
    var updated = fixture.sdk.with(token).chatUpdate(r -> r.channel(channel).ts(ts).text("b"));
    assertThat(updated.getText()).isEqualTo("b");
    assertThat(updated.getMessage().getEdited().getUser()).isEqualTo(fixture.app.botUserId());
    var link = fixture.sdk.with(token).chatGetPermalink(r -> r.channel(channel).messageTs(ts));
    assertThat(link.getPermalink())
        .isEqualTo(fixture.workspace.url() + "archives/" + channel + "/p" + ts.replace(".", ""));
    assertThat(fixture.sdk.with(token).chatDelete(r -> r.channel(channel).ts(ts)).isOk()).isTrue();
    assertThat(fixture.sdk.with(token).chatDelete(r -> r.channel(channel).ts(ts)).getError())
        .isEqualTo("message_not_found");
    String hers = fixture.say("mine").ts();
    assertThat(
            fixture
                .sdk
                .with(token)
                .chatUpdate(r -> r.channel(channel).ts(hers).text("b"))
                .getError())
        .isEqualTo("cant_update_message");
    assertThat(fixture.sdk.with(token).chatDelete(r -> r.channel(channel).ts(hers)).getError())
        .isEqualTo("cant_delete_message");
  }

  @Test
  void aChannelTakesOneMessageASecondAfterAShortBurst() throws Exception {
    TickableClock clock = new TickableClock();
    try (Fixture limited = new Fixture(Options.defaults().withClock(clock))) {
      var client = limited.sdk.with(limited.app.botToken());
      for (int n = 0; n < 3; n++) {
        assertThat(client.chatPostMessage(r -> r.channel("feedback").text("x")).isOk()).isTrue();
      }
      SlackApiException refused =
          Assertions.catchThrowableOfType(
              SlackApiException.class,
              () -> client.chatPostMessage(r -> r.channel("feedback").text("x")));
      assertThat(refused.getResponse().code()).isEqualTo(429);
      assertThat(refused.getResponse().header("Retry-After")).isEqualTo("1");
      assertThat(refused.getError().getError()).isEqualTo("ratelimited");
      limited.workspace.join(limited.app, limited.workspace.createChannel("second", false));
      assertThat(client.chatPostMessage(r -> r.channel("second").text("x")).isOk()).isTrue();
      clock.move(Duration.ofSeconds(1));
      assertThat(client.chatPostMessage(r -> r.channel("feedback").text("x")).isOk()).isTrue();
      assertThat(limited.workspace.messages(limited.channel)).hasSize(5);
    }
  }
}
