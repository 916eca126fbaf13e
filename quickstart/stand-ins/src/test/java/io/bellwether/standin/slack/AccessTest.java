package io.bellwether.standin.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.model.ConversationType;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccessTest {
  private final Fixture fixture = Fixture.unlimited();
  private final String token = fixture.app.botToken();

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void tokensAreToldApart() throws Exception {
    assertThat(fixture.http.error("auth.test", null)).isEqualTo("not_authed");
    assertThat(fixture.http.error("auth.test", "xoxb-wrong")).isEqualTo("invalid_auth");
    assertThat(fixture.http.error("users.list", fixture.app.appToken()))
        .isEqualTo("not_allowed_token_type");
    assertThat(fixture.http.error("apps.connections.open", token))
        .isEqualTo("not_allowed_token_type");
    assertThat(fixture.http.error("auth.test", null, "token", token)).isNull();
    assertThat(fixture.http.error("no.such", token)).isEqualTo("unknown_method");
    fixture.workspace.revoke(fixture.app, Caller.Kind.BOT);
    assertThat(fixture.http.error("auth.test", token)).isEqualTo("token_revoked");
    assertThat(fixture.http.error("auth.test", fixture.app.userToken())).isNull();
  }

  @Test
  void aMissingScopeIsNamed() throws Exception {
    fixture.workspace.setScopes(fixture.app, Set.of("chat:write"));
    ConversationsHistoryResponse answer =
        fixture.sdk.with(token).conversationsHistory(r -> r.channel(fixture.channel.id()));
    assertThat(answer.getError()).isEqualTo("missing_scope");
    assertThat(answer.getNeeded()).contains("channels:history");
    assertThat(answer.getProvided()).isEqualTo("chat:write");
    fixture.workspace.setScopes(fixture.app, Set.of("groups:history"));
    assertThat(
            fixture
                .sdk
                .with(token)
                .conversationsHistory(r -> r.channel(fixture.channel.id()))
                .getNeeded())
        .isEqualTo("channels:history");
  }

  @Test
  void headersTellTheScopes() throws Exception {
    HttpResponse<String> answer = fixture.http.form("users.list", token);
    assertThat(answer.headers().firstValue("x-oauth-scopes").orElseThrow()).contains("chat:write");
    assertThat(answer.headers().firstValue("x-accepted-oauth-scopes")).contains("users:read");
    assertThat(answer.headers().firstValue("date")).isPresent();
    assertThat(answer.headers().firstValue("content-type"))
        .contains("application/json; charset=utf-8");
  }

  @Test
  void aBotReadsOnlyWhereItIsAMember() throws Exception {
    Channel open = fixture.workspace.createChannel("open", false);
    Channel secret = fixture.workspace.createChannel("secret", true);
    assertThat(fixture.http.error("conversations.history", token, "channel", open.id()))
        .isEqualTo("not_in_channel");
    assertThat(fixture.http.error("conversations.history", token, "channel", secret.id()))
        .isEqualTo("channel_not_found");
    assertThat(fixture.http.error("conversations.info", token, "channel", open.id())).isNull();
    assertThat(fixture.http.error("conversations.info", token, "channel", secret.id()))
        .isEqualTo("channel_not_found");
    assertThat(fixture.http.error("conversations.join", token, "channel", open.id())).isNull();
    assertThat(fixture.http.error("conversations.history", token, "channel", open.id())).isNull();
    fixture.workspace.join(fixture.app, secret);
    assertThat(fixture.http.error("conversations.history", token, "channel", secret.id())).isNull();
  }

  @Test
  void channelsAreListedOverSeveralPages() throws Exception {
    for (int n = 0; n < 24; n++) {
      fixture.workspace.createChannel("c" + n, false);
    }
    fixture.workspace.createChannel("secret", true);
    fixture.workspace.archive(fixture.workspace.createChannel("old", false), true);
    List<String> names = new ArrayList<>();
    String cursor = "";
    do {
      String from = cursor;
      var page =
          fixture
              .sdk
              .with(token)
              .conversationsList(
                  r ->
                      r.types(
                              List.of(
                                  ConversationType.PUBLIC_CHANNEL,
                                  ConversationType.PRIVATE_CHANNEL))
                          .excludeArchived(true)
                          .limit(10)
                          .cursor(from));
      page.getChannels().forEach(channel -> names.add(channel.getName()));
      cursor = page.getResponseMetadata().getNextCursor();
    } while (!cursor.isEmpty());
    assertThat(names).hasSize(25).doesNotHaveDuplicates().contains("feedback", "c23");
    assertThat(fixture.http.error("conversations.list", token, "cursor", "eHg6eQ=="))
        .isEqualTo("invalid_cursor");
  }

  @Test
  void anAppFindsItsOwnChannelsAndMakesNewOnes() throws Exception {
    fixture.workspace.createChannel("other", false);
    var own = fixture.sdk.with(token).usersConversations(r -> r);
    assertThat(own.getChannels()).extracting(each -> each.getName()).containsExactly("feedback");
    var made = fixture.sdk.with(token).conversationsCreate(r -> r.name("alerts"));
    assertThat(made.getChannel().isMember()).isTrue();
    assertThat(fixture.http.error("conversations.create", token, "name", "alerts"))
        .isEqualTo("name_taken");
    assertThat(fixture.http.error("conversations.create", token, "name", "No Way"))
        .isEqualTo("invalid_name_specials");
    var members =
        fixture.sdk.with(token).conversationsMembers(r -> r.channel(made.getChannel().getId()));
    assertThat(members.getMembers()).containsExactly(fixture.app.botUserId());
  }

  @Test
  void usersAreFound() throws Exception {
    var ana = fixture.sdk.with(token).usersInfo(r -> r.user(fixture.ana.id()));
    assertThat(ana.getUser().getName()).isEqualTo("ana");
    assertThat(ana.getUser().isBot()).isFalse();
    var bot = fixture.sdk.with(token).usersInfo(r -> r.user(fixture.app.botUserId()));
    assertThat(bot.getUser().isBot()).isTrue();
    assertThat(fixture.http.error("users.info", token, "user", "U404")).isEqualTo("user_not_found");
    var page = fixture.sdk.with(token).usersList(r -> r.limit(2));
    assertThat(page.getMembers()).hasSize(2);
    var rest =
        fixture
            .sdk
            .with(token)
            .usersList(r -> r.cursor(page.getResponseMetadata().getNextCursor()));
    assertThat(rest.getMembers().size() + 2).isEqualTo(fixture.workspace.users().size());
  }

  @Test
  void requestsThatNameAnotherHostAreRefused() throws Exception {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), fixture.slack.webApiUrl().getPort())) {
      OutputStream out = socket.getOutputStream();
      String request =
          "GET /api/api.test HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(answer).startsWith("HTTP/1.1 403");
    }
  }

  @Test
  void callsAreRememberedWithoutTheirTokens() throws Exception {
    fixture.http.form("users.info", null, "token", token, "user", "U404");
    Call call = fixture.slack.calls().get(0);
    assertThat(call.method()).isEqualTo("users.info");
    assertThat(call.app()).isEqualTo("Bellwether");
    assertThat(call.error()).isEqualTo("user_not_found");
    assertThat(call.parameters()).containsOnlyKeys("user");
    assertThat(fixture.app.toString() + fixture.slack.calls()).doesNotContain("xox", "xapp");
  }
}
