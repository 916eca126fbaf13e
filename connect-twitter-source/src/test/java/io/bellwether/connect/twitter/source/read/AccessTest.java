package io.bellwether.connect.twitter.source.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.standin.x.Fault;
import io.bellwether.standin.x.Faults;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AccessTest {
  private final TaskUnderTest it = new TaskUnderTest();

  @AfterEach
  void stop() {
    it.close();
  }

  private void appKey(String secret) {
    it.config.remove("x.bearer.token");
    it.config.put("x.consumer.key", it.app.consumerKey());
    it.config.put("x.consumer.secret", secret);
  }

  @Test
  void keyAndSecretAreExchangedForATokenOnceAndAgainWhenXDoesNotTakeIt() {
    appKey(it.app.consumerSecret());
    it.post("#azure", 5);
    it.settle();
    it.start();
    it.pollUntil(() -> it.eventIds().size() == 5);
    assertThat(it.calls(Faults.TOKEN)).hasSize(1);
    it.x.faults().next(1, Faults.SEARCH, Fault.status(401));
    it.post("#azure later", 5);
    it.settle();
    it.pollUntil(() -> it.eventIds().size() == 10);
    assertThat(it.calls(Faults.TOKEN)).hasSize(2);
  }

  @Test
  void aWrongSecretEndsTheTaskWithTheRemedyAndWithoutTheSecret() {
    appKey("wrong-secret");
    it.start();
    assertThatThrownBy(() -> it.pollUntil(() -> false))
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("x.consumer.secret")
        .hasMessageNotContaining("wrong-secret");
  }

  @Test
  void anAccountWithoutCreditsEndsTheTaskWithTheRemedy() {
    it.x.faults().next(1, Faults.SEARCH, Fault.creditsDepleted());
    it.start();
    assertThatThrownBy(() -> it.pollUntil(() -> false))
        .isInstanceOf(ConnectException.class)
        .hasMessageContainingAll("credits-depleted", "buy some");
  }

  @Test
  void aQueryThatXDoesNotTakeIsNamed() {
    it.config.put("query.azure", "(#azure");
    it.start();
    assertThatThrownBy(() -> it.pollUntil(() -> false))
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("X does not take query.azure");
  }
}
