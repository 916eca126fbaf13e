package io.bellwether.connect.twitter.source.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.connect.twitter.source.mapping.PostId;
import io.bellwether.standin.x.Draft;
import io.bellwether.standin.x.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SearchDrainTest {
  private final TaskUnderTest it = new TaskUnderTest();

  @AfterEach
  void stop() {
    it.close();
  }

  @Test
  void aDrainBringsEachPostOnceInTheFewestRequests() {
    it.post("#azure", 235);
    it.settle();
    it.start();
    it.pollUntil(() -> it.eventIds().size() >= 235);
    assertThat(new HashSet<>(it.eventIds())).hasSize(235);
    assertThat(it.searches()).isEqualTo(3);
    assertThat(it.position().keySet()).contains("since_id").doesNotContain("until_id");
  }

  @Test
  void whatIsPostedWhilePagesAreReadComesWithTheNextDrain() {
    it.config.put("page.size", "10");
    it.post("#azure before", 40);
    it.settle();
    it.start();
    it.pollUntil(() -> it.eventIds().size() >= 10);
    it.post("#azure meanwhile", 5);
    it.settle();
    it.pollUntil(() -> it.eventIds().size() >= 45);
    assertThat(new HashSet<>(it.eventIds())).hasSize(45);
    assertThat(it.texts().subList(0, 40)).allMatch(text -> text.contains("before"));
  }

  @Test
  void aTaskThatDiesAnywhereGoesOnWhereKafkaIs() {
    it.config.put("page.size", "10");
    it.post("#azure", 120);
    it.settle();
    Random random = new Random(5);
    for (int kills = 0; kills < 12; kills++) {
      it.start();
      long before = it.searches();
      it.pollUntil(() -> it.searches() > before);
      it.pollAndDie(random);
      it.post("#azure again", 2);
      it.settle();
    }
    it.start();
    it.pollUntil(
        () -> new HashSet<>(it.eventIds()).size() == 144 && !it.position().containsKey("until_id"));
    assertThat(it.eventIds()).doesNotHaveDuplicates();
  }

  @Test
  void postsThatComeIntoTheIndexLateAreNotMissed() {
    it.post("#azure", 3);
    it.settle();
    it.start();
    it.pollUntil(() -> it.eventIds().size() == 3);
    it.x.timeline().post(Draft.of(it.ann, "#azure late").late(Duration.ofSeconds(20)));
    it.post("#azure in time", 1);
    it.pollSearches(2);
    it.settle();
    it.pollUntil(() -> it.eventIds().size() == 5);
    assertThat(it.texts()).contains("#azure late", "#azure in time 1");
  }

  @Test
  void anEditIsAVersionOfItsOwn() {
    Post first = it.x.timeline().post(it.ann, "#azure is dwon");
    it.settle();
    it.start();
    it.pollUntil(() -> it.eventIds().size() == 1);
    it.x.timeline().edit(first, "#azure is down");
    it.settle();
    it.pollUntil(() -> it.eventIds().size() == 2);
    assertThat(it.eventIds()).containsExactly("x:" + first.id() + ":0", "x:" + first.id() + ":1");
  }

  @Test
  void aPostThatTwoQueriesFindIsOneRecord() {
    it.config.put("queries", "azure,down");
    it.config.put("query.down", "down");
    it.post("#azure is down", 7);
    it.post("#azure is up", 2);
    it.post("all is down", 3);
    it.settle();
    it.start();
    it.pollUntil(() -> it.eventIds().size() >= 12);
    it.pollSearches(2);
    assertThat(it.eventIds()).hasSize(12).doesNotHaveDuplicates();
  }

  @Test
  void nowIsWhereANewQueryBeginsUnlessToldOtherwise() {
    it.config.put("start.time", "now");
    it.post("#azure before", 3);
    it.clock.advance(Duration.ofSeconds(1));
    it.start();
    it.post("#azure after", 2);
    it.settle();
    it.pollUntil(() -> it.eventIds().size() == 2);
    assertThat(it.texts()).allMatch(text -> text.contains("after"));
  }

  @Test
  void aTimeIsWhereABackfillBegins() {
    it.post("#azure before", 5);
    Instant start = it.clock.instant().plusMillis(500);
    it.post("#azure after", 15);
    it.config.put("start.time", start.toString());
    it.config.put("page.size", "10");
    it.settle();
    it.start();
    it.pollUntil(() -> it.eventIds().size() == 15);
    assertThat(it.texts()).allMatch(text -> text.contains("after"));
    assertThat(it.gaps()).isEmpty();
  }

  @Test
  void aPositionThatIsTooOldIsAGapAndThenItGoesOn() {
    Instant eightDaysAgo = it.clock.instant().minus(Duration.ofDays(8));
    it.stored.put(
        new HashMap<>(Map.of("query", "azure")),
        new HashMap<>(Map.of("since_id", PostId.at(eightDaysAgo))));
    it.post("#azure", 25);
    it.settle();
    it.start();
    it.pollUntil(() -> it.eventIds().size() == 25);
    assertThat(it.gaps()).hasSize(1);
    Struct gap = it.gaps().get(0);
    assertThat(Instant.parse(gap.getString("from"))).isEqualTo(eightDaysAgo);
    assertThat(Instant.parse(gap.getString("to")))
        .isBetween(
            it.clock.instant().minus(Duration.ofDays(7)).minusSeconds(60),
            it.clock.instant().minus(Duration.ofDays(7)).plusSeconds(10));
    assertThat(gap.getMap("partition")).isEqualTo(Map.of("query", "azure"));
    assertThat(it.searches()).isEqualTo(2);
  }

  @Test
  void aQueryThatFindsNothingForDaysHasNoGap() {
    it.post("#azure", 1);
    it.settle();
    it.start();
    it.pollUntil(() -> it.eventIds().size() == 1);
    for (int day = 0; day < 20; day++) {
      it.clock.advance(Duration.ofHours(12));
      it.pollSearches(1);
    }
    it.post("#azure at last", 1);
    it.settle();
    it.pollUntil(() -> it.eventIds().size() == 2);
    assertThat(it.gaps()).isEmpty();
  }
}
