package io.bellwether.standin.x.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.standin.x.Draft;
import io.bellwether.standin.x.Metrics;
import io.bellwether.standin.x.Options;
import io.bellwether.standin.x.Post;
import io.bellwether.standin.x.Timeline;
import io.bellwether.standin.x.XStandIn;
import io.bellwether.standin.x.XUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
  private static XStandIn x;
  private static Timeline timeline;
  private static Post post;

  @BeforeAll
  static void somethingIsSaid() {
    x = XStandIn.start(Options.defaults());
    timeline = x.timeline();
    XUser ana = timeline.user("ana_b");
    Post first = timeline.post(timeline.user("cloudco"), "What do you think?");
    post =
        timeline.post(
            Draft.of(
                    ana,
                    "@Support Café in Zürich: the #Azure portal isn't up, $MSFT falls 😡"
                        + " https://status.example.com/azure/eu?x=1")
                .replyTo(first)
                .withMetrics(new Metrics(1, 2, 50, 0, 0, 0)));
  }

  @AfterAll
  static void close() {
    x.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "portal",
        "PORTAL azure",
        "portal -aws",
        "aws OR azure",
        "aws OR azure portal",
        "(aws OR azure) portal -is:retweet",
        "\"azure portal\"",
        "#azure",
        "$msft",
        "@support",
        "cafe",
        "zurich café",
        "isn't",
        "😡",
        "from:ANA_B",
        "to:cloudco is:reply",
        "portal lang:en",
        "portal has:hashtags has:links has:mentions has:cashtags",
        "url:status.example.com",
        "url:\"https://status.example.com/azure\"",
        "portal min_likes:50",
        "portal -is:nullcast -has:media -is:quote -is:verified"
      })
  void matches(String query) {
    assertThat(Query.parse(query).matches(Candidate.forSearch(timeline, post))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "port",
        "\"portal azure\"",
        "#az",
        "#portal",
        "$msf",
        "@supp",
        "from:ana",
        "to:ana_b",
        "portal lang:de",
        "portal is:retweet",
        "portal has:images",
        "portal -azure",
        "aws OR (azure -portal)",
        "portal min_likes:51",
        "place_country:DE"
      })
  void doesNotMatch(String query) {
    assertThat(Query.parse(query).matches(Candidate.forSearch(timeline, post))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nowhere:here",
        "min_faves:10",
        "is:nice portal",
        "is:nullcast portal",
        "is:retweet",
        "lang:en",
        "-portal",
        "portal OR -azure",
        "has:links OR is:retweet",
        "(portal",
        "portal)",
        "portal OR",
        "portal and azure",
        "portal -(aws OR gcp)",
        "\"portal",
        "portal min_likes:many",
        ""
      })
  void isRefused(String query) {
    assertThatThrownBy(() -> Query.parse(query)).isInstanceOf(QueryException.class);
  }

  @Test
  void accentsMatterToTheStreamOnly() {
    Candidate streamed = Candidate.forStream(timeline, post);
    assertThat(Query.parse("cafe").matches(streamed)).isFalse();
    assertThat(Query.parse("CAFÉ").matches(streamed)).isTrue();
  }

  @Test
  void wordsOfARetweetMatchInTheStreamOnly() {
    Post retweet = timeline.post(Draft.of(timeline.user("ben"), "").retweeting(post));
    assertThat(retweet.text()).startsWith("RT @ana_b: @Support Café");
    assertThat(Query.parse("portal").matches(Candidate.forSearch(timeline, retweet))).isFalse();
    assertThat(Query.parse("from:ben").matches(Candidate.forSearch(timeline, retweet))).isTrue();
    assertThat(Query.parse("portal").matches(Candidate.forStream(timeline, retweet))).isTrue();
  }

  @Test
  void wordsOfAQuotedPostMatchInTheStreamOnly() {
    Post quote = timeline.post(Draft.of(timeline.user("ben"), "Same here").quoting(post));
    assertThat(Query.parse("portal").matches(Candidate.forSearch(timeline, quote))).isFalse();
    assertThat(Query.parse("portal is:quote").matches(Candidate.forStream(timeline, quote)))
        .isTrue();
  }
}
