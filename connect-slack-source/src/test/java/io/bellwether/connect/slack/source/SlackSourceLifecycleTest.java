package io.bellwether.connect.slack.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bellwether.standin.slack.App;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Fault;
import io.bellwether.standin.slack.Message;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The connector in a real worker, through the REST API, with exact counts. */
@Timeout(120)
class SlackSourceLifecycleTest {
  private static ConnectFixture it;

  @BeforeAll
  static void start() {
    it = new ConnectFixture();
  }

  @AfterAll
  static void stop() {
    it.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"socket", "history"})
  void everyMessageComesOnceThroughPauseStopAndRestart(String mode) throws Exception {
    Channel channel = it.channel();
    String name = "lifecycle-" + mode;
    it.post(channel, "before the start", 250);
    it.run(name, it.config(channel, mode));
    it.awaitTexts(channel, 250);

    it.post(channel, "while running", 10);
    it.awaitTexts(channel, 260);

    it.worker.pause(name, 1);
    it.post(channel, "while paused", 10);
    it.connect.resumeConnector(name);
    it.awaitTexts(channel, 270);

    it.worker.stop(name);
    it.post(channel, "while stopped", 10);
    it.connect.resumeConnector(name);
    it.awaitRunning(name);
    it.awaitTexts(channel, 280);

    it.connect.restartTask(name, 0);
    it.post(channel, "after the restart", 10);
    assertThat(new HashSet<>(it.awaitTexts(channel, 290))).hasSize(290);
    it.connect.deleteConnector(name);
  }

  @Test
  void offsetsAreReadAlteredAndReset() throws Exception {
    Channel channel = it.channel();
    it.post(channel, "message", 20);
    it.run("offsets", it.config(channel, "history"));
    it.awaitTexts(channel, 20);
    it.worker.stop("offsets");

    List<Message> messages = it.slack.workspace().messages(channel);
    Map<String, String> partition =
        Map.of("team", it.slack.workspace().teamId(), "channel", channel.id());
    assertThat(it.connect.connectorOffsets("offsets").offsets())
        .anySatisfy(offset -> assertThat(offset.partition()).isEqualTo(partition));
    assertThatThrownBy(
            () ->
                it.connect.alterSourceConnectorOffset(
                    "offsets", partition, Map.of("drained_to", "yesterday")))
        .hasMessageContaining("drained_to");
    Message fifteenth =
        messages.stream().filter(m -> m.text().equals("message 15")).findFirst().get();
    it.connect.alterSourceConnectorOffset(
        "offsets", partition, Map.of("drained_to", fifteenth.ts()));
    it.connect.resumeConnector("offsets");
    it.awaitRunning("offsets");
    assertThat(it.awaitTexts(channel, 25).subList(20, 25))
        .containsExactly("message 16", "message 17", "message 18", "message 19", "message 20");

    it.worker.stop("offsets");
    it.connect.resetConnectorOffsets("offsets");
    it.connect.resumeConnector("offsets");
    it.awaitTexts(channel, 45);
    it.connect.deleteConnector("offsets");
  }

  @ParameterizedTest
  @ValueSource(strings = {"socket", "history"})
  void aKeywordThatNothingMatchesStillMovesThePosition(String mode) throws Exception {
    Channel channel = it.channel();
    String name = "nothing-" + mode;
    it.post(channel, "before", 30);
    Map<String, String> config = it.config(channel, mode);
    config.put("keywords", "no such word");
    it.run(name, config);
    String lastBefore = lastTs(channel);
    await().until(() -> storedPosition(name).contains(lastBefore));
    it.worker.stop(name);

    it.post(channel, "meanwhile", 7);
    it.slack.forgetCalls();
    config.remove("keywords");
    it.connect.configureConnector(name, config);
    it.connect.resumeConnector(name);
    it.awaitRunning(name);

    assertThat(it.awaitTexts(channel, 7)).allMatch(text -> text.startsWith("meanwhile"));
    it.connect.deleteConnector(name);
  }

  @Test
  void onlyWhatSomebodySaysIsRead() throws Exception {
    Channel channel = it.channel();
    App other = it.slack.workspace().app("other");
    it.slack.workspace().join(other, channel);
    Message parent = it.slack.workspace().post(it.ann, channel, "a question <!channel> & more");
    it.slack.workspace().reply(it.ann, parent, "a reply");
    it.slack.workspace().post(it.app(channel), channel, "our own alert");
    it.slack.workspace().post(other, channel, "another bot for <@" + it.ann.id() + ">");
    it.run("saying", it.config(channel, "socket"));

    assertThat(it.awaitTexts(channel, 3))
        .containsExactlyInAnyOrder(
            "a question <!channel> & more", "a reply", "another bot for @Ann");
    it.connect.deleteConnector("saying");
  }

  @Test
  void whenTransformsDropEverythingSlackStillGetsItsAcknowledgements() throws Exception {
    Channel channel = it.channel();
    Map<String, String> config = it.config(channel, "socket");
    config.put("transforms", "drop");
    config.put("transforms.drop.type", "org.apache.kafka.connect.transforms.Filter");
    config.put("transforms.drop.predicate", "feedback");
    config.put("predicates", "feedback");
    config.put(
        "predicates.feedback.type",
        "org.apache.kafka.connect.transforms.predicates.TopicNameMatches");
    config.put("predicates.feedback.pattern", channel.name());
    it.run("dropped", config);
    await().until(() -> it.slack.sockets().count(it.app(channel)) == 1);
    it.post(channel, "dropped", 5);
    await().until(() -> storedPosition("dropped").contains(lastTs(channel)));
    await().until(() -> it.slack.sockets().unacknowledged(it.app(channel)) == 0);

    assertThat(it.texts(channel)).isEmpty();
    it.connect.deleteConnector("dropped");
  }

  @Test
  void aRecordKeepsTheContract() throws Exception {
    Channel channel = it.channel();
    Message message = it.slack.workspace().post(it.ann, channel, "hello");
    it.run("contract", it.config(channel, "socket"));
    it.awaitTexts(channel, 1);

    var record = it.worker.records(channel.name()).get(0);
    String key =
        "slack:%s:%s:%s".formatted(it.slack.workspace().teamId(), channel.id(), message.ts());
    assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo(key);
    assertThat(new String(record.value(), StandardCharsets.UTF_8))
        .contains("\"event_id\":\"" + key + ":0\"", "\"author_name\":\"Ann\"")
        .contains("\"channel_name\":\"" + channel.name() + "\"", "\"said_at\":\"20");
    assertThat(record.timestamp())
        .isEqualTo(io.bellwether.connect.slack.SlackTs.instant(message.ts()).toEpochMilli());
    assertThat(it.worker.metric("contract", "records-total")).isEqualTo(1.0);
    await().until(() -> it.worker.metric("contract", "live-connected") == 1.0);
    assertThat(it.worker.metric("contract", "requests-total")).isGreaterThan(3);
    it.slack.faults().always("apps.connections.open", Fault.apiError("internal_error"));
    it.slack.sockets().drop(it.app(channel));
    await().until(() -> it.worker.metric("contract", "live-connected") == 0.0);
    it.slack.faults().clear();
    await().until(() -> it.worker.metric("contract", "live-interruptions-total") >= 2);
    it.connect.deleteConnector("contract");
  }

  @Test
  void badConfigurationsAreAnsweredWithKeyAndRemedy() {
    Channel channel = it.channel();
    assertThat(errors(channel, "slack.bot.token", "xoxb-wrong", "slack.bot.token"))
        .contains("refuses the token")
        .doesNotContain("xoxb-wrong");
    assertThat(errors(channel, "slack.app.token", "xapp-wrong", "slack.app.token"))
        .contains("slack.app.token")
        .doesNotContain("xapp-wrong");
    assertThat(errors(channel, "slack.channels", "nowhere", "slack.channels"))
        .contains("no channel 'nowhere'")
        .contains("/invite");
    assertThat(errors(channel, "slack.chanels", "x", "slack.chanels"))
        .contains("Did you mean 'slack.channels'?");
    assertThat(errors(channel, "slack.api.url", "http://127.0.0.1:1/api/", "slack.api.url"))
        .contains("cannot be reached");
    assertThat(errors(channel, "mode", "rtm", "mode")).contains("one of socket, history");
    assertThat(
            errors(
                channel, "slack.channels", channel.name() + "," + channel.id(), "slack.channels"))
        .contains("listed already");
    assertThat(errors(channel, "mode", "history", "mode")).isEmpty();
  }

  @Test
  void aRevokedTokenFailsTheTaskWithTheRemedy() throws Exception {
    Channel channel = it.channel();
    App doomed = it.slack.workspace().app("doomed");
    it.slack.workspace().join(doomed, channel);
    Map<String, String> config = it.config(channel, "history");
    config.put("slack.bot.token", doomed.botToken());
    it.run("revoked", config);
    it.slack.workspace().revoke(doomed, io.bellwether.standin.slack.Caller.Kind.BOT);

    assertThat(it.worker.awaitFailure("revoked"))
        .contains("set slack.bot.token to a current token")
        .doesNotContain(doomed.botToken());
    it.connect.deleteConnector("revoked");
  }

  private static String errors(Channel channel, String key, String value, String named) {
    Map<String, String> config = it.config(channel, "socket");
    config.put("name", "validated");
    config.put(key, value);
    return it.worker.errors("SlackSourceConnector", config, named);
  }

  private static String lastTs(Channel channel) {
    List<Message> messages = it.slack.workspace().messages(channel);
    return messages.get(messages.size() - 1).ts();
  }

  private static String storedPosition(String name) {
    return it.worker.positions(name);
  }
}
