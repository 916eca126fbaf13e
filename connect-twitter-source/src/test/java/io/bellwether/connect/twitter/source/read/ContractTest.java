package io.bellwether.connect.twitter.source.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.standin.x.Draft;
import io.bellwether.standin.x.Fault;
import io.bellwether.standin.x.Faults;
import io.bellwether.standin.x.Options;
import io.bellwether.standin.x.Post;
import io.bellwether.standin.x.contract.ContractProxy;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A proxy between task and stand-in holds both against X's OpenAPI document. */
@Timeout(90)
class ContractTest {
  private final TaskUnderTest it =
      new TaskUnderTest(Options.defaults().withKeepAlive(Duration.ofMillis(300)));
  private final ContractProxy proxy = ContractProxy.before(it.x.url());

  @BeforeEach
  void between() {
    it.config.put("x.api.url", proxy.url().toString());
  }

  @AfterEach
  void stop() {
    it.close();
    proxy.close();
  }

  @Test
  void searchesPagesErrorsAndTokensAreAsTheContractHasThem() {
    it.config.remove("x.bearer.token");
    it.config.put("x.consumer.key", it.app.consumerKey());
    it.config.put("x.consumer.secret", it.app.consumerSecret());
    it.config.put("page.size", "10");
    it.post("#azure & more https://status.azure.com", 25);
    Post first = it.x.timeline().post(it.ann, "#azure first");
    it.x.timeline().post(Draft.of(it.ann, "#azure reply").replyTo(first));
    it.x.timeline().edit(first, "#azure edited");
    it.settle();
    it.x.faults().next(1, Faults.SEARCH, Fault.status(503));
    it.x.faults().next(1, Faults.SEARCH, Fault.partialErrors());
    it.start();
    it.pollUntil(() -> it.eventIds().size() == 27);
    assertThat(proxy.checked()).isGreaterThan(4);
    assertThat(proxy.violations()).isEmpty();
  }

  @Test
  void rulesAndTheStreamAreAsTheContractHasThem() {
    it.config.put("mode", "stream");
    it.start();
    it.pollUntil(() -> it.x.streams().open(it.app) == 1);
    it.x.timeline().post(it.ann, "#azure live");
    it.pollUntil(() -> it.texts().contains("#azure live"));
    assertThat(proxy.checked()).isGreaterThan(2);
    assertThat(proxy.violations()).isEmpty();
  }
}
