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
import org.junit.jupiter.params.provider.ValueSource;

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
  @ValueSource(longs = {1, 2, 3})
  void eachEventComesOnceWhateverGoesWrong(long seed) {
    try (TaskUnderTest it = new TaskUnderTest()) {
      it.step = Duration.ofMinutes(2);
      it.config.put("page.size", "10");
      it.config.put("queries", "azure,down");
      it.config.put("query.down", "down");
      it.post("#azure", 150);
      it.post("it is down", 50);
      it.settle();
      it.x.faults().seeded(seed, 0.3, FAULTS);
      Random random = new Random(seed);
      for (int kills = 0; kills < 5; kills++) {
        it.start();
        it.pollSearches(4);
        it.pollAndDie(random);
        it.post("#azure later", 4);
        it.settle();
      }
      it.start();
      it.pollUntil(() -> new HashSet<>(it.eventIds()).size() == 220);
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
