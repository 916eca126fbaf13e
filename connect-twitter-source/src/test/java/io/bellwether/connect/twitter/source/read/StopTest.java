package io.bellwether.connect.twitter.source.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.standin.x.Fault;
import io.bellwether.standin.x.Faults;
import io.bellwether.standin.x.Options;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a task waits for, it stops at once. */
@Timeout(60)
class StopTest {
  private final TaskUnderTest it = new TaskUnderTest(Options.defaults());

  @AfterEach
  void stop() {
    it.close();
  }

  private void stopsAtOnce() {
    Instant begin = Instant.now();
    it.kill();
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @CsvSource({
    "search, POST /oauth2/token, ''",
    "search, GET /2/tweets/search/recent, POST /oauth2/token",
    "stream, GET /2/tweets/search/stream/rules, POST /oauth2/token",
    "stream, POST /2/tweets/search/stream/rules, GET /2/tweets/search/stream/rules",
    "stream, GET /2/tweets/search/stream, POST /2/tweets/search/stream/rules"
  })
  void aCallThatIsNotAnsweredKeepsNoStopWaiting(String mode, String silent, String callBefore) {
    it.config.remove("x.bearer.token");
    it.config.put("x.consumer.key", it.app.consumerKey());
    it.config.put("x.consumer.secret", it.app.consumerSecret());
    it.config.put("mode", mode);
    it.config.put("x.timeout.ms", "60000");
    it.x.faults().always(silent, Fault.silence(Duration.ofSeconds(20)));
    it.start();
    it.pollUntil(() -> callBefore.isEmpty() || !it.calls(callBefore).isEmpty());
    it.pollUntil(it::isAsking);
    stopsAtOnce();
  }

  @Test
  void anOpenStreamKeepsNoStopWaiting() {
    it.config.put("mode", "stream");
    it.start();
    it.pollUntil(() -> it.x.streams().open(it.app) == 1);
    stopsAtOnce();
    it.x.streams().drop(it.app);
  }

  @Test
  void aWaitForTheCapKeepsNoStopWaiting() {
    it.x.faults().next(1, Faults.SEARCH, Fault.usageCapped());
    it.start();
    it.pollUntil(() -> it.position().containsKey("capped_until"));
    it.pollOnce();
    stopsAtOnce();
  }
}
