package io.bellwether.connect.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Ok;
import io.bellwether.connect.remote.Outcome.Reject;
import io.bellwether.connect.remote.Outcome.Retry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each answer is written as Slack's documents show it, not as our code would like it. */
class SlackApiTest extends SlackApiCase {
  @Test
  void aRateLimitIsARetryAfterTheTimeThatSlackNames() {
    server.enqueue(
        new MockResponse()
            .setResponseCode(429)
            .setHeader("Retry-After", "7")
            .setBody("{\"ok\":false,\"error\":\"ratelimited\"}"));
    assertThat(api.identity())
        .isInstanceOfSatisfying(
            Retry.class,
            retry -> {
              assertThat(retry.after()).isEqualTo(Duration.ofSeconds(7));
              assertThat(retry.maybeDone()).isFalse();
            });
  }

  @Test
  void whatWentWrongIsToldWithSlacksIdOfTheRequest() {
    server.enqueue(new MockResponse().setResponseCode(503).setHeader("x-slack-req-id", "ab12"));
    answer("{\"ok\":false,\"error\":\"fatal_error\"}");
    assertThat(api.identity())
        .isInstanceOfSatisfying(
            Retry.class, retry -> assertThat(retry.reason()).endsWith(" [x-slack-req-id ab12]"));
    assertThat(api.identity())
        .isInstanceOfSatisfying(
            Retry.class, retry -> assertThat(retry.reason()).doesNotContain("["));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"internal_error", "fatal_error", "service_unavailable", "request_timeout"})
  void troubleAtSlackIsARetryOfSomethingThatMayHaveHappened(String code) {
    answer("{\"ok\":false,\"error\":\"" + code + "\"}");
    assertThat(api.identity())
        .isInstanceOfSatisfying(Retry.class, retry -> assertThat(retry.maybeDone()).isTrue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"invalid_auth", "not_authed", "token_revoked", "token_expired"})
  void aRefusedTokenStopsEverythingAndNamesTheKeyNotTheToken(String code) {
    answer("{\"ok\":false,\"error\":\"" + code + "\"}");
    Outcome<SlackIdentity> outcome = api.identity();
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Reject.class,
            reject -> {
              assertThat(reject.scope()).isEqualTo(Outcome.Scope.ALL);
              assertThat(reject.remedy()).contains("slack.bot.token");
            });
    assertThat(outcome.toString()).doesNotContain(SECRET);
  }

  @Test
  void aMissingScopeIsNamed() {
    answer(
        "{\"ok\":false,\"error\":\"missing_scope\",\"needed\":\"users:read\",\"provided\":\"\"}");
    assertThat(api.user("U1"))
        .isInstanceOfSatisfying(
            Reject.class, reject -> assertThat(reject.remedy()).contains("users:read"));
  }

  @Test
  void aMessageOfAnUnknownFormDoesNotMakeItsPageUnreadable() throws Exception {
    answer("{\"ok\":true,\"has_more\":false,\"messages\":[{\"ts\":\"1.0\",\"blocks\":\"odd\"}]}");
    assertThat(api.history(Map.of("channel", "C1")))
        .isInstanceOfSatisfying(
            Ok.class, ok -> assertThat(ok.value().toString()).contains("\"odd\""));
    assertThat(server.takeRequest().getBody().readUtf8()).isEqualTo("channel=C1");
  }

  @Test
  void aThreadIsAskedForByItsParent() throws Exception {
    answer("{\"ok\":true,\"has_more\":false,\"messages\":[{\"ts\":\"1.0\"},{\"ts\":\"2.0\"}]}");
    assertThat(api.replies(Map.of("channel", "C1")))
        .isInstanceOfSatisfying(
            Ok.class, ok -> assertThat(ok.value().toString()).contains("\"2.0\""));
    var request = server.takeRequest();
    assertThat(request.getPath()).isEqualTo("/api/conversations.replies");
    assertThat(request.getBody().readUtf8()).isEqualTo("channel=C1");
  }

  @Test
  void anAnswerWithoutWhatItMustHaveIsARetry() {
    answer("{\"ok\":true}");
    assertThat(api.user("U1")).isInstanceOf(Retry.class);
  }

  @Test
  void anUnknownChannelIsRefusedForItselfOnly() {
    answer("{\"ok\":false,\"error\":\"channel_not_found\"}");
    assertThat(api.history(Map.of("channel", "C9")))
        .isInstanceOfSatisfying(
            Reject.class, reject -> assertThat(reject.scope()).isEqualTo(Outcome.Scope.ITEM));
  }

  @Test
  void aServerErrorACutBodyAndSilenceAreRetries() {
    server.enqueue(new MockResponse().setResponseCode(500).setBody("oops"));
    answer("{\"ok\":true,\"team_id\":\"T");
    server.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE));
    for (int call = 0; call < 3; call++) {
      assertThat(api.identity())
          .isInstanceOfSatisfying(Retry.class, retry -> assertThat(retry.maybeDone()).isTrue());
    }
  }

  @Test
  void aConnectionThatBreaksAfterTheRequestIsNotQuietlyRepeated() {
    server.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_AFTER_REQUEST));
    answer("{\"ok\":true}");
    assertThat(api.identity()).isInstanceOf(Retry.class);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aServerThatIsNotThereHasCertainlyDoneNothing() throws IOException {
    server.shutdown();
    assertThat(api.identity())
        .isInstanceOfSatisfying(Retry.class, retry -> assertThat(retry.maybeDone()).isFalse());
  }

  @Test
  void anAddressThatIsNoWebApiIsAnErrorOfItsKey() {
    server.enqueue(new MockResponse().setResponseCode(404).setBody("<html>"));
    assertThat(api.identity())
        .isInstanceOfSatisfying(
            Reject.class, reject -> assertThat(reject.remedy()).contains("slack.api.url"));
  }

  @Test
  void channelsAreListedToTheLastPage() {
    answer(
        "{\"ok\":true,\"channels\":[{\"id\":\"C1\",\"name\":\"a\",\"is_member\":true}],"
            + "\"response_metadata\":{\"next_cursor\":\"more\"}}");
    answer(
        "{\"ok\":true,\"channels\":[{\"id\":\"C2\",\"name\":\"b\",\"is_member\":false}],"
            + "\"response_metadata\":{\"next_cursor\":\"\"}}");
    assertThat(api.channels())
        .isEqualTo(
            new Ok<>(
                List.of(new SlackChannel("C1", "a", true), new SlackChannel("C2", "b", false))));
  }

  @Test
  void aRefusalWithoutAReasonIsNoVerdict() {
    answer("{\"ok\":null}");
    assertThat(api.history(Map.of("channel", "C1"))).isInstanceOf(Retry.class);
  }

  @Test
  void aListOfChannelsGoesOnWhereItHadToWait() {
    SlackChannels channels = new SlackChannels(api, SlackChannels.CHANNELS);
    answer(
        "{\"ok\":true,\"channels\":[{\"id\":\"C1\",\"name\":\"a\",\"is_member\":true}],"
            + "\"response_metadata\":{\"next_cursor\":\"two\"}}");
    server.enqueue(new MockResponse().setResponseCode(503));
    assertThat(channels.read()).isInstanceOf(Retry.class);
    answer("{\"ok\":true,\"channels\":[{\"id\":\"C2\",\"name\":\"b\",\"is_member\":true}]}");
    assertThat(channels.read())
        .isEqualTo(
            new Ok<>(
                List.of(new SlackChannel("C1", "a", true), new SlackChannel("C2", "b", true))));
    assertThat(server.getRequestCount()).isEqualTo(3);
  }
}
