package io.bellwether.connect.twitter.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.connect.validate.Sample;
import io.bellwether.connect.validate.WrongConfigs;
import io.bellwether.standin.x.Options;
import io.bellwether.standin.x.XStandIn;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongConfigsTest {
  private static final String LONG = "#Azure OR azure ".repeat(257).substring(0, 4_100);

  @Test
  void eachMistakeIsAnsweredByWhatIsWrongWhyAndWhatToDo() {
    try (XStandIn x = XStandIn.start(Options.defaults().withRateLimits(false))) {
      new WrongConfigs(
              "twitter-source",
              Map.of(
                  "x.bearer.token", x.apps().app("bellwether").bearerToken(),
                  "x.api.url", x.url().toString()))
          .show(x.url().toString(), "https://api.x.com/")
          .show(LONG, "(4,100 characters)")
          .areAnsweredAsTold();
    }
  }

  @Test
  void everySampleIsAccepted(@TempDir Path secrets) {
    try (XStandIn x = XStandIn.start(Options.defaults().withRateLimits(false))) {
      Map<String, String> given =
          Map.of(
              "x.bearer.token", x.apps().app("bellwether").bearerToken(),
              "x.api.url", x.url().toString());
      assertThat(Sample.allAreAccepted(TwitterSourceConnector.class, given, secrets)).isEqualTo(2);
    }
  }
}
