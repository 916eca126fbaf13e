package io.bellwether.quickstart.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.standin.x.Snowflake;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScoreTest {
  private final ScoreBook book = new ScoreBook(2);

  @Test
  void aScoreBelongsToTheMessageThatItsEventIdNames() throws Exception {
    assertThat(
            Score.of(
                json(
                    """
                    {"event_id": "slack:T1:C1:1700000000.000100:2", "event_version": 2,
                     "score": 0.25, "outcome": "negative", "reason": null}""")))
        .contains(new Score("C1", "1700000000.000100", 2, 0.25, "negative", null));
  }

  @Test
  void whatCouldNotBeScoredHasAReasonInPlaceOfAScore() throws Exception {
    assertThat(
            Score.of(
                json(
                    """
                    {"event_id": "slack:T1:C1:1.2:0", "outcome": "unscored", "reason": "empty"}""")))
        .contains(new Score("C1", "1.2", 0, null, "unscored", "empty"));
  }

  @Test
  void aPostOnXIsKnownByItsFirstVersion() throws Exception {
    long id = Snowflake.first(Instant.ofEpochMilli(1_700_000_000_123L)) + 7;
    assertThat(
            Score.of(
                json(
                    "{\"event_id\": \"x:"
                        + id
                        + ":2\", \"score\": 0.5, \"outcome\": \"neutral\"}")))
        .contains(new Score("x", "1700000000.1230000007", 2, 0.5, "neutral", null));
  }

  @Test
  void whatIsNotAboutAMessageIsNoScore() throws Exception {
    assertThat(Score.of(json("{\"event_id\": \"x:1\"}"))).isEmpty();
    assertThat(Score.of(json("{\"event_id\": \"feedback:0:17\"}"))).isEmpty();
    assertThat(Score.of(json("[]"))).isEmpty();
  }

  @Test
  void theLatestVersionOfAMessageCounts() {
    assertThat(book.enter(score("1.1", 1, 0.5))).isTrue();
    assertThat(book.enter(score("1.1", 0, 0.1))).as("an older version").isFalse();
    assertThat(book.enter(score("1.1", 1, 0.5))).as("the same again").isFalse();
    assertThat(book.find("C1", "1.1")).contains(score("1.1", 1, 0.5));
  }

  @Test
  void theBookForgetsTheOldest() {
    for (String ts : new String[] {"1.1", "1.2", "1.3"}) {
      book.enter(score(ts, 0, 0.5));
    }
    assertThat(book.find("C1", "1.1")).isEmpty();
    assertThat(book.find("C1", "1.3")).isPresent();
  }

  private static Score score(String ts, long version, double score) {
    return new Score("C1", ts, version, score, "neutral", null);
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }
}
