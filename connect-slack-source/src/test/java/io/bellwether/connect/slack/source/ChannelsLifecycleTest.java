package io.bellwether.connect.slack.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.standin.slack.App;
import io.bellwether.standin.slack.Channel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Channels that come, go by another name, or are chosen by type, in a real worker. */
@Timeout(120)
class ChannelsLifecycleTest {
  private static ConnectFixture it;

  @BeforeAll
  static void start() {
    it = new ConnectFixture();
  }

  @AfterAll
  static void stop() {
    it.close();
  }

  /** A channel of this name, which the app reads or not. */
  private static Channel channel(String name, App app, boolean invited, boolean isPrivate) {
    Channel channel = it.slack.workspace().createChannel(name, isPrivate);
    if (invited) {
      it.slack.workspace().join(app, channel);
    }
    return it.slack.workspace().join(it.ann.id(), channel.id());
  }

  private static Map<String, String> config(App app, Channel topic, String mode) {
    Map<String, String> config = it.config(topic, mode);
    config.put("slack.bot.token", app.botToken());
    config.put("slack.app.token", app.appToken());
    config.remove("slack.channels");
    config.put("channels.interval.ms", "200");
    return config;
  }

  private static void awaitTexts(Channel topic, String... texts) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(it.texts(topic)).containsExactlyInAnyOrder(texts));
  }

  @ParameterizedTest
  @ValueSource(strings = {"socket", "history"})
  void newChannelsThatMatchAreReadAndOthersAreNot(String mode) throws Exception {
    App app = it.slack.workspace().app("pattern " + mode);
    Channel first = channel(mode + "-first-x", app, true, false);
    Channel other = channel(mode + "-other", app, true, false);
    Map<String, String> config = config(app, first, mode);
    config.put("slack.channels.regex", mode + "-.*-x");
    config.put("tasks.max", "2");
    it.post(first, "one", 1);
    it.post(other, "other", 1);
    it.connect.kafka().createTopic(config.get("topic"));
    it.connect.configureConnector("pattern-" + mode, config);
    awaitTexts(first, "one 1");

    Channel second = channel(mode + "-second-x", app, true, true);
    it.post(second, "two", 1);
    awaitTexts(first, "one 1", "two 1");
    it.post(first, "three", 1);
    it.post(second, "four", 1);
    awaitTexts(first, "one 1", "two 1", "three 1", "four 1");
    it.connect
        .assertions()
        .assertConnectorAndExactlyNumTasksAreRunning(
            "pattern-" + mode, mode.equals("socket") ? 1 : 2, "one task owns the stream");
    it.connect.deleteConnector("pattern-" + mode);
  }

  @Test
  void publicChannelsAreJoinedWhereThatIsAllowed() throws Exception {
    App app = it.slack.workspace().app("joiner");
    Channel open = channel("join-open", app, false, false);
    channel("join-closed", app, false, true);
    Map<String, String> config = config(app, open, "history");
    config.put("slack.channels.regex", "join-.*");
    config.put("join.public.channels", "true");
    it.connect.kafka().createTopic(config.get("topic"));
    it.connect.configureConnector("joiner", config);
    it.post(open, "hello", 1);
    awaitTexts(open, "hello 1");
    assertThat(it.slack.workspace().channel("join-open").orElseThrow().hasMember(app.botUserId()))
        .isTrue();
    it.connect.deleteConnector("joiner");
  }

  @Test
  void directConversationsAreReadWhenTheirTypeIsAsked() throws Exception {
    App app = it.slack.workspace().app("confidant");
    Channel topic = channel("direct-topic", app, false, false);
    Channel direct = it.slack.workspace().direct(app.botUserId(), it.ann.id());
    Map<String, String> config = config(app, topic, "socket");
    config.put("slack.channel.types", "im");
    it.connect.kafka().createTopic(config.get("topic"));
    it.connect.configureConnector("confidant", config);
    it.slack.workspace().post(it.ann, direct, "between us");
    awaitTexts(topic, "between us");
    it.connect.deleteConnector("confidant");
  }

  @Test
  void aRenamedChannelKeepsItsPosition() throws Exception {
    Channel channel = it.channel();
    Map<String, String> config = it.config(channel, "history");
    it.post(channel, "before", 3);
    it.run("renamed", config);
    it.awaitTexts(channel, 3);
    it.worker.stop("renamed");
    it.slack.workspace().rename(channel, channel.name() + "-new");
    it.post(channel, "after", 2);
    config.put("slack.channels", channel.name() + "-new");
    it.connect.configureConnector("renamed", config);
    it.connect.resumeConnector("renamed");
    it.awaitRunning("renamed");
    assertThat(it.awaitTexts(channel, 5)).endsWith("after 1", "after 2");
    it.connect.deleteConnector("renamed");
  }

  @Test
  void onlyListedBotsAreRead() throws Exception {
    Channel channel = it.channel();
    List<App> bots =
        List.of(it.slack.workspace().app("good bot"), it.slack.workspace().app("bad bot"));
    for (App bot : bots) {
      it.slack.workspace().join(bot, channel);
      it.slack.workspace().post(bot, channel, "from the " + bot.name());
    }
    it.post(channel, "from Ann", 1);
    Map<String, String> config = it.config(channel, "history");
    config.put("bots", "listed");
    config.put("bots.listed", "good bot");
    it.run("listed", config);
    assertThat(it.awaitTexts(channel, 2))
        .containsExactlyInAnyOrder("from the good bot", "from Ann 1");
    it.connect.deleteConnector("listed");
  }

  @Test
  void nothingToReadIsAnError() {
    Map<String, String> config = config(it.slack.workspace().app("idle"), it.channel(), "history");
    config.put("name", "validated");
    String errors =
        it.connect.validateConnectorConfig("SlackSourceConnector", config).configs().stream()
            .filter(info -> info.configValue().name().equals("slack.channels"))
            .flatMap(info -> info.configValue().errors().stream())
            .reduce("", String::concat);
    assertThat(errors).contains("Nothing is to be read", "slack.channels.regex");
    assertThat(Set.of(errors)).doesNotContain("xoxb");
  }
}
