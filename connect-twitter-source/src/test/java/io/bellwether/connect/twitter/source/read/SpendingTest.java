package io.bellwether.connect.twitter.source.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.standin.x.Call;
import io.bellwether.standin.x.Fault;
import io.bellwether.standin.x.Faults;
import io.bellwether.standin.x.Options;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SpendingTest {
  private final TaskUnderTest it = new TaskUnderTest(Options.defaults());

  @AfterEach
  void stop() {
    it.close();
  }

  /** Time passes, in steps, and the task polls. */
  private void pass(Duration time) {
    Instant end = it.clock.instant().plus(time);
    while (it.clock.instant().isBefore(end)) {
      it.clock.advance(time.dividedBy(3));
      it.pollOnce();
    }
  }

  @Test
  void aBoundOfTheDayIsNeverPassedAlsoNotByRestarts() {
    it.config.put("max.posts.per.day", "57");
    it.config.put("page.size", "10");
    it.post("#azure", 100);
    it.settle();
    it.start();
    it.pollUntil(() -> it.eventIds().size() >= 20);
    it.kill();
    it.start();
    it.pollUntil(() -> it.eventIds().size() >= 50);
    long calls = it.searches();
    pass(Duration.ofHours(10));
    it.kill();
    it.start();
    pass(Duration.ofHours(10));
    assertThat(it.searches()).as("calls at the bound").isEqualTo(calls);
    assertThat(it.x.postsRead()).isLessThanOrEqualTo(57);
    assertThat(it.position()).containsEntry("spent_on", "2026-11-01");

    it.clock.advance(Duration.ofHours(5));
    it.pollUntil(() -> it.eventIds().size() == 100);
    assertThat(it.eventIds()).doesNotHaveDuplicates();
    assertThat(it.position()).containsEntry("spent_on", "2026-11-02");
  }

  @Test
  void aBoundOfTheMonthLastsUntilTheBillingDay() {
    it.config.put("max.posts.per.month", "20");
    it.config.put("billing.day", "3");
    it.post("#azure", 30);
    it.settle();
    it.start();
    it.pollUntil(() -> it.eventIds().size() == 20);
    long calls = it.searches();
    pass(Duration.ofHours(47));
    assertThat(it.searches()).isEqualTo(calls);
    pass(Duration.ofHours(2));
    it.pollUntil(() -> it.eventIds().size() == 30);
  }

  @Test
  void whatTwoQueriesReadOnOneDayCountsOnce() {
    it.config.put("queries", "azure,down");
    it.config.put("query.down", "down");
    it.config.put("max.posts.per.day", "40");
    it.post("#azure is down", 20);
    it.settle();
    it.start();
    it.pollUntil(() -> it.searches() >= 2);
    it.pollSearches(2);
    assertThat(it.x.postsRead()).isEqualTo(20);
    it.post("#azure is up", 10);
    it.settle();
    it.pollUntil(() -> it.eventIds().size() == 30);
  }

  @Test
  void theUsageCapEndsAllCallsUntilItIsLiftedAlsoOverARestart() {
    it.post("#azure", 5);
    it.settle();
    it.x.faults().next(1, Faults.SEARCH, Fault.usageCapped());
    it.start();
    it.pollUntil(() -> it.position().containsKey("capped_until"));
    assertThat(it.searches()).isEqualTo(1);
    assertThat(it.position()).containsEntry("capped_until", "2026-12-01T00:00:00Z");
    pass(Duration.ofDays(3));
    it.kill();
    it.start();
    pass(Duration.ofDays(3));
    assertThat(it.searches()).as("calls under the cap").isEqualTo(1);
    assertThat(it.calls(Faults.TOKEN)).isEmpty();
  }

  @Test
  void afterTheCapItGoesOn() {
    it.x.faults().next(1, Faults.SEARCH, Fault.usageCapped());
    it.start();
    it.pollUntil(() -> it.position().containsKey("capped_until"));
    it.clock.advance(Duration.ofDays(31));
    it.post("#azure", 5);
    it.settle();
    it.pollUntil(() -> it.eventIds().size() == 5);
    assertThat(it.position()).doesNotContainKey("capped_until");
  }

  @Test
  void aRateLimitIsWaitedOutUntilItsResetAndNotLonger() {
    it.post("#azure", 5);
    it.settle();
    it.x.faults().next(1, Faults.SEARCH, Fault.rateLimited());
    it.start();
    it.pollSearches(1);
    pass(Duration.ofMinutes(10));
    assertThat(it.searches()).isEqualTo(1);
    it.clock.advance(Duration.ofMinutes(6));
    it.pollUntil(() -> it.eventIds().size() == 5);
    List<Call> calls = it.calls(Faults.SEARCH);
    assertThat(calls).extracting(Call::status).containsExactly(429, 200);
  }
}
