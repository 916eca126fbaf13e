package io.bellwether.connect.twitter.source.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.standin.x.Fault;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bad X by a seed, and a task that dies in the middle: each event once in what Kafka has. */
@Timeout(120)
class TroubleTest {
  private static final List<Fault> FAULTS =
      List.of(
          Fault.rateLimited(),
          Fault.status(500),
          Fault.status(503),
          Fault.page(502),
          Fault.brokenJson(),
          Fault.truncatedBody(),
          Fault.partialErrors(),
          Fault.connectionReset());

  @ParameterizedTest
  @CsvSource({"1, 10", "2, 100"})
  void fiveThousandEventsComeOnceWhateverGoesWrong(long seed, int pageSize) {
    try (TaskUnderTest it = new TaskUnderTest()) {
      it.step = Duration.ofMinutes(2);
      it.config.put("page.size", String.valueOf(pageSize));
      it.config.put("queries", "azure,down,slow");
      it.config.put("query.down", "down");
      it.config.put("query.slow", "slow lang:en");
      it.post("#azure", 2_000);
      it.post("it is down", 2_000);
      it.post("it is slow", 1_000);
      it.settle();
      it.x.faults().seeded(seed, 0.3, FAULTS);
      Random random = new Random(seed);
      for (int kills = 0; kills < 5; kills++) {
        it.start();
        it.pollSearches(6);
        it.pollAndDie(random);
        it.post("#azure later", 4);
        it.settle();
      }
      it.start();
      it.pollUntil(
          () -> it.records.size() >= 5_020 && new HashSet<>(it.eventIds()).size() == 5_020);
      assertThat(it.eventIds()).doesNotHaveDuplicates();
      assertThat(it.gaps()).isEmpty();
    }
  }

  @Test
  void aThousandSearchesStayInsideXsLimits() {
    try (TaskUnderTest it = new TaskUnderTest()) {
      it.config.put("queries", "a,b,c,d,e");
      for (String name : List.of("a", "b", "c", "d", "e")) {
        it.config.put("query." + name, "#" + name);
      }
      it.start();
      it.pollSearches(1_000);
      assertThat(it.x.calls()).allMatch(call -> call.status() == 200);
    }
  }
}
