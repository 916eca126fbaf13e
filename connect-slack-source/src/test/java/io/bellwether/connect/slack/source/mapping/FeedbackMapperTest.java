package io.bellwether.connect.slack.source.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.connect.feedback.Feedback;
import io.bellwether.connect.slack.SlackIdentity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedbackMapperTest {
  private static final String TS = "1700000000.000100";
  private final SlackIdentity us = new SlackIdentity("T1", "https://acme.slack.com/", "UBOT", "B1");
  private final People names =
      new People() {
        @Override
        public boolean isBot(String userId) {
          return userId.startsWith("UB");
        }

        @Override
        public String user(String id) {
          return "name of " + id;
        }

        @Override
        public String channel(String id) {
          return "feedback";
        }
      };

  private Optional<Feedback> map(SlackMessage message) {
    return mapper(KeywordFilter.containing(List.of()), true).map(message).feedback();
  }

  private FeedbackMapper mapper(KeywordFilter filter, boolean bots) {
    return new FeedbackMapper(
        us, names, new Wanted(filter, bots ? BotRule.ALL : BotRule.NONE, true, false));
  }

  private static SlackMessage message(
      String subtype, String threadTs, String user, String bot, String text, boolean alert) {
    return new SlackMessage(
        "C1",
        TS,
        Optional.ofNullable(threadTs),
        Optional.ofNullable(subtype),
        Optional.ofNullable(user),
        Optional.ofNullable(bot),
        Optional.ofNullable(bot).map(id -> "the bot"),
        text,
        Optional.empty(),
        alert);
  }

  @Test
  void aMessageBecomesFeedbackWithItsIdentityNamesAndLink() {
    Feedback said = map(message(null, null, "U1", null, "<@U2> a &lt; b", false)).orElseThrow();

    assertThat(said.eventId()).isEqualTo("slack:T1:C1:1700000000.000100:0");
    assertThat(said.key()).isEqualTo("slack:T1:C1:1700000000.000100");
    assertThat(said.text()).isEqualTo("@name of U2 a < b");
    assertThat(said.rawText()).isEqualTo("<@U2> a &lt; b");
    assertThat(said.author()).isEqualTo(new Feedback.Named("U1", "name of U1"));
    assertThat(said.channel()).contains(new Feedback.Named("C1", "feedback"));
    assertThat(said.url()).contains("https://acme.slack.com/archives/C1/p1700000000000100");
    assertThat(said.saidAt()).isEqualTo(Instant.parse("2023-11-14T22:13:20.000100Z"));
    assertThat(said.thread()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"channel_join", "channel_topic", "message_changed", "message_deleted"})
  void whatSlackReportsIsNoFeedback(String subtype) {
    assertThat(map(message(subtype, null, "U1", null, "x", false))).isEmpty();
  }

  @Test
  void aReplyNamesItsParentAndLinksIntoItsThread() {
    SlackMessage reply = message(null, "1600000000.000000", "U1", null, "x", false);
    Said said = mapper(KeywordFilter.containing(List.of()), true).map(reply);

    assertThat(said.thread()).contains("1600000000.000000");
    assertThat(said.feedback().orElseThrow().thread()).contains("1600000000.000000");
    assertThat(said.feedback().orElseThrow().url())
        .contains(
            "https://acme.slack.com/archives/C1/p1700000000000100"
                + "?thread_ts=1600000000.000000&cid=C1");
  }

  @Test
  void aReplyThatTheChannelShowsTooIsAMessageOfTheChannel() {
    SlackMessage broadcast =
        message("thread_broadcast", "1600000000.000000", "U1", null, "x", false);
    Said said = mapper(KeywordFilter.containing(List.of()), true).map(broadcast);

    assertThat(said.thread()).isEmpty();
    assertThat(said.feedback().orElseThrow().thread()).contains("1600000000.000000");
  }

  @Test
  void excludedRepliesAreLeftOutButNotTheirParents() {
    FeedbackMapper mapper =
        new FeedbackMapper(
            us, names, new Wanted(KeywordFilter.containing(List.of()), BotRule.ALL, false, false));
    assertThat(mapper.map(message(null, "1600000000.000000", "U1", null, "x", false)).feedback())
        .isEmpty();
    assertThat(mapper.map(message(null, TS, "U1", null, "x", false)).feedback()).isPresent();
  }

  @Test
  void ourOwnPostsAndAlertsNeverComeBack() {
    assertThat(map(message(null, null, "UBOT", "B1", "x", false))).isEmpty();
    assertThat(map(message("bot_message", null, null, "B1", "x", false))).isEmpty();
    assertThat(map(message(null, null, "U9", "B9", "x", true))).isEmpty();
  }

  @Test
  void otherBotsAreReadUnlessExcluded() {
    SlackMessage fromBot = message("bot_message", null, null, "B9", "x", false);
    assertThat(map(fromBot))
        .hasValueSatisfying(
            said -> assertThat(said.author()).isEqualTo(new Feedback.Named("B9", "the bot")));
    assertThat(mapper(KeywordFilter.containing(List.of()), false).map(fromBot).feedback())
        .isEmpty();
  }

  @Test
  void whatAnAppPostsForAPersonIsSaidByThePerson() {
    FeedbackMapper noBots = mapper(KeywordFilter.containing(List.of()), false);
    assertThat(noBots.map(message(null, null, "U1", "B9", "x", false)).feedback()).isPresent();
    assertThat(noBots.map(message(null, null, "UB9", "B9", "x", false)).feedback()).isEmpty();
  }

  @Test
  void theFilterReadsPlainText() {
    FeedbackMapper wantsNames = mapper(KeywordFilter.containing(List.of("NAME OF U2")), true);
    assertThat(wantsNames.map(message(null, null, "U1", null, "<@U2>", false)).feedback())
        .isPresent();
    assertThat(wantsNames.map(message(null, null, "U1", null, "U2", false)).feedback()).isEmpty();
  }
}
