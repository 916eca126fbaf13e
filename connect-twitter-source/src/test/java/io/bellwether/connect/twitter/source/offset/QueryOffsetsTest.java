package io.bellwether.connect.twitter.source.offset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.connect.offset.PartitionContract;
import io.bellwether.connect.twitter.source.TwitterSourceConnector;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryOffsetsTest extends PartitionContract<QueryPartition, QueryPosition> {
  private static final QueryPosition START = QueryPosition.since(Optional.of("100"));

  @Override
  protected QueryPartition partition() {
    return new QueryPartition("azure");
  }

  @Override
  protected QueryPartition otherPartition() {
    return new QueryPartition("outage");
  }

  @Override
  protected QueryPosition position() {
    return START
        .drained("9007199254740993", "9007199254740990")
        .withLive("9007199254740999")
        .withLive("9007199254740995")
        .withSpent(new Spent(LocalDate.of(2026, 11, 25), 7, LocalDate.of(2026, 11, 1), 99))
        .withCap(Optional.of(Instant.parse("2026-12-01T00:00:00Z")));
  }

  @Override
  protected Function<Map<String, ?>, QueryPartition> partitionFromMap() {
    return QueryPartition::fromMap;
  }

  @Override
  protected Function<Map<String, ?>, QueryPosition> positionFromMap() {
    return QueryPosition::fromMap;
  }

  @Test
  void sinceMovesOnlyWhenTheDrainIsDone() {
    QueryPosition draining = START.drained("120", "110");
    assertThat(draining.toMap())
        .isEqualTo(Map.of("since_id", "100", "newest_id", "120", "until_id", "110"));
    assertThat(draining.done("120").toMap()).isEqualTo(Map.of("since_id", "120"));
  }

  @Test
  void whatADrainPassesNeedsNotBeRememberedOneByOne() {
    QueryPosition live = START.withLive("1000").withLive("999").withLive("130");
    assertThat(live.live()).containsExactly("130", "999", "1000");
    assertThat(live.done("999").live()).containsExactly("1000");
  }

  @Test
  void aDrainAboveWhatIsSkippedGoesOnAndOneBelowIsOver() {
    QueryPosition draining = START.drained("120", "110");
    assertThat(draining.skippedTo("105").toMap())
        .isEqualTo(Map.of("since_id", "105", "newest_id", "120", "until_id", "110"));
    assertThat(draining.skippedTo("115").toMap()).isEqualTo(Map.of("since_id", "120"));
    assertThat(draining.skippedTo("130").toMap()).isEqualTo(Map.of("since_id", "130"));
  }

  @Test
  void numbersMayComeBackInAnotherType() {
    Map<String, Object> stored = new HashMap<>(position().toMap());
    stored.put("spent_that_day", 7);
    assertThat(QueryPosition.fromMap(stored)).isEqualTo(position());
  }

  @ParameterizedTest
  @CsvSource({
    "since_id, abc",
    "since_id, -5",
    "live_ids, '1,x'",
    "spent_on, yesterday",
    "capped_until, tomorrow",
    "until_id, 5",
    "drained_to, 5"
  })
  void badOffsetsAreRefusedByName(String field, String value) {
    assertThatThrownBy(() -> QueryPosition.fromMap(Map.of(field, value)))
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining(field);
  }

  @Test
  void theConnectorTakesGoodOffsetsAndEveryTombstone() {
    Map<Map<String, ?>, Map<String, ?>> offsets = new HashMap<>();
    offsets.put(Map.of("query", "azure"), Map.of("since_id", "1"));
    offsets.put(Map.of("rubbish", "x"), null);
    assertThat(new TwitterSourceConnector().alterOffsets(Map.of(), offsets)).isTrue();
    assertThatThrownBy(
            () ->
                new TwitterSourceConnector()
                    .alterOffsets(Map.of(), Map.of(Map.of("q", "a"), Map.of("since_id", "1"))))
        .hasMessageContaining("query");
  }
}
