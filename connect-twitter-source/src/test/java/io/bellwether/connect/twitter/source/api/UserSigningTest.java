package io.bellwether.connect.twitter.source.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.connect.metrics.CallMeters;
import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.twitter.source.mapping.PostId;
import io.bellwether.standin.x.Options;
import io.bellwether.standin.x.XApp;
import io.bellwether.standin.x.XStandIn;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stand-in computes each signature itself, as RFC 5849 has it, and by its own clock. */
class UserSigningTest {
  private final XStandIn x = XStandIn.start(Options.defaults());
  private final XApp app = x.apps().app("Bellwether");

  @AfterEach
  void stop() {
    x.close();
  }

  private Outcome<SearchAnswer> search(String query, String accessTokenSecret) {
    try (XApi api =
        new XApi(
            x.url().toString(),
            new Credentials.UserKeys(
                app.consumerKey(), app.consumerSecret(), app.accessToken(), accessTokenSecret),
            Duration.ofSeconds(10),
            CallMeters.unpublished(),
            rates -> assertThat(rates.limit()).isEqualTo(300),
            InstantSource.system())) {
      return api.search(
          new SearchQuery(
              query,
              10,
              Optional.of(PostId.at(Instant.now().minusSeconds(60))),
              Optional.empty(),
              Optional.empty()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#azure",
        "(#azure OR \"it's down & out\") -is:retweet lang:en",
        "\"50% + 1 = 2?\" OR \"a*b~c!\"",
        "\"größer\" OR \"数据\" OR \"🙂\""
      })
  void fourKeysSignWhateverTheQuery(String query) {
    assertThat(search(query, app.accessTokenSecret())).isInstanceOf(Outcome.Ok.class);
  }

  @Test
  void aWrongSecretIsRefusedWithTheRemedyAndWithoutTheSecret() {
    Outcome<SearchAnswer> refused = search("#azure", "wrong-secret");
    assertThat(refused).isInstanceOf(Outcome.Reject.class);
    assertThat(refused.toString()).contains("x.access.token.secret").doesNotContain("wrong-secret");
  }
}
