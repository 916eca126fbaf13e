package io.bellwether.quickstart.page.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;

class IntakeTest {
  private static final String ID = "slack:T1:C1:1700000000.000100:0";
  private static final Wiring WIRING =
      new Wiring(
          "localhost:1",
          URI.create("http://localhost:2"),
          Path.of("checkpoint"),
          "source",
          Set.of("feedback"),
          true,
          "sink",
          Set.of("negative-feedback"),
          "dead-letters",
          Optional.empty());

  private final Books books = new Books(new Ledger(100, true));
  private final Aside aside = new Aside();
  private final List<JsonNode> outcomes = new ArrayList<>();
  private final Intake intake = new Intake(WIRING, books, aside, outcomes::add);

  @Test
  void aScoredEventEntersEverything() {
    take("feedback", 0, "{'event_id':'" + ID + "'}");
    take("negative-feedback", 0, "{'event_id':'" + ID + "','outcome':'negative','score':0.12}");

    Sums sums = books.ledger.sums();
    assertThat(sums.said()).isEqualTo(1);
    assertThat(sums.scored()).isEqualTo(1);
    assertThat(sums.waitingForSink()).isEqualTo(1);
    assertThat(books.scores().get(0).get(2)).isEqualTo(1);
    assertThat(outcomes).hasSize(1);
    assertThat(aside.latest().items()).isEmpty();
  }

  @Test
  void aRepeatedRecordEntersTheHistogramOnce() {
    for (int offset = 0; offset < 3; offset++) {
      take("neutral-feedback", offset, "{'event_id':'" + ID + "','outcome':'neutral','score':1}");
    }
    assertThat(books.scores().get(1).get(19)).isEqualTo(1);
    assertThat(books.ledger.sums().repeated()).isEqualTo(2);
  }

  @Test
  void whatCouldNotBeScoredIsKeptWithItsReason() {
    take("unscored-feedback", 0, "{'event_id':'a','outcome':'unscored','reason':'no text'}");
    assertThat(books.ledger.sums().unscored()).isEqualTo(1);
    assertThat(aside.latest().items())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.reason()).isEqualTo("no text");
              assertThat(item.where()).isEqualTo("unscored-feedback");
            });
  }

  @Test
  void aDeadLetterIsKeptWithTheReasonOfItsHeaders() {
    take("negative-feedback", 4, "{'event_id':'" + ID + "','outcome':'negative','score':0}");
    var letter = record("dead-letters", 0, "{'event_id':'" + ID + "','text':'down'}");
    letter
        .headers()
        .add("__connect.errors.exception.message", "channel_not_found".getBytes(UTF_8))
        .add("__connect.errors.exception.class.name", "x.Y".getBytes(UTF_8));
    intake.take(letter, 1);

    assertThat(books.ledger.sums().dead()).isEqualTo(1);
    assertThat(books.ledger.sums().waitingForSink()).isZero();
    assertThat(aside.latest().items())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.reason()).isEqualTo("channel_not_found");
              assertThat(item.text()).isEqualTo("down");
            });
  }

  @Test
  void aDeadLetterThatCannotBeReadBelongsToTheRecordItCameFrom() {
    take("negative-feedback", 4, "not JSON");
    assertThat(books.ledger.sums().waitingForSink()).isEqualTo(1);
    var letter = record("dead-letters", 0, "not JSON");
    Headers headers = letter.headers();
    headers.add("__connect.errors.topic", "negative-feedback".getBytes(UTF_8));
    headers.add("__connect.errors.partition", "0".getBytes(UTF_8));
    headers.add("__connect.errors.offset", "4".getBytes(UTF_8));
    headers.add("__connect.errors.exception.class.name", "x.Y".getBytes(UTF_8));
    intake.take(letter, 1);

    assertThat(books.ledger.sums().waitingForSink()).isZero();
    assertThat(aside.latest().items().get(0).reason()).isEqualTo("x.Y");
  }

  @Test
  void whatHasNoIdIsCalledAfterItsPlaceLikeTheAnalyzerDoes() {
    take("feedback", 7, "not JSON");
    take("unscored-feedback", 0, "{'event_id':'feedback:0:7','outcome':'unscored'}");
    assertThat(books.ledger.sums().said()).isEqualTo(1);
    assertThat(books.ledger.isAnybodyWaiting()).isFalse();
  }

  @Test
  void whatWasThereBeforeIsNoPartOfThePresentRate() {
    intake.take(record("feedback", 0, "{'event_id':'a'}"), 0);
    assertThat(books.perSecond(Books.Edge.SOURCE_FEEDBACK, 1_000)).isZero();
    intake.take(record("feedback", 1, "{'event_id':'b'}"), 1_500);
    assertThat(books.perSecond(Books.Edge.SOURCE_FEEDBACK, 2_000)).isEqualTo(0.1);
  }

  private void take(String topic, long offset, String value) {
    intake.take(record(topic, offset, value), 1);
  }

  private static ConsumerRecord<byte[], byte[]> record(String topic, long offset, String value) {
    return new ConsumerRecord<>(topic, 0, offset, null, value.replace('\'', '"').getBytes(UTF_8));
  }
}
