package io.bellwether.quickstart.page.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.bellwether.quickstart.stack.ConnectorFile;
import io.bellwether.standin.x.Options;
import io.bellwether.standin.x.Post;
import io.bellwether.standin.x.Timeline;
import io.bellwether.standin.x.XStandIn;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class XSideTest {
  private static final Place PLACE = new Place(new TopicPartition("feedback", 0), 0);

  private final Books books = new Books(new Ledger(100, true));
  private XStandIn x;
  private Timeline timeline;
  private XWiring wiring;

  @BeforeEach
  void start() {
    x = XStandIn.start(Options.defaults());
    timeline = x.timeline();
    wiring =
        XWiring.of(
            x,
            new ConnectorFile(
                "twitter-source",
                Map.of("queries", "azure, all", "query.azure", "#azure", "query.all", "down")));
  }

  @AfterEach
  void stop() {
    x.close();
  }

  private Post said(String text) {
    return timeline.post(timeline.user("ana"), text);
  }

  private void beginConsole() {
    new XSide(wiring, books, InstantSource.system());
  }

  @Test
  void whatAQueryFindsCountsAsSaidBeforeAndAfterTheConsoleBegins() {
    said("#azure before");
    said("nothing of interest");
    beginConsole();
    said("it is down");
    said("nothing of interest either");
    await().until(() -> books.ledger.waitingFor(EventId.X) == 2);
    assertThat(books.ledger.waitingFor(EventId.SLACK)).isZero();
    assertThat(books.ledger.sums().said()).isEqualTo(2);
  }

  @Test
  void anEditedPostCountsOnceUnderTheVersionThatIsRead() {
    beginConsole();
    Post first = said("#azure is down");
    timeline.edit(first, "#azure is up");
    await().until(() -> books.ledger.waitingFor(EventId.X) == 1);
    books.read("x:" + first.id() + ":1", PLACE, 1);
    Sums sums = books.ledger.sums();
    assertThat(sums.said()).isEqualTo(1);
    assertThat(sums.waitingForSource()).isZero();
    assertThat(books.ledger.of(EventId.X, new Latencies(1).ofAll()).said()).isEqualTo(1);
  }

  @Test
  void aPostIsLostOnceEveryQueryThatFindsItIsDrainedBeyondIt() {
    beginConsole();
    Post post = said("#azure is down");
    EventId id = EventId.ofX(post.id());
    await().until(() -> books.ledger.waitingFor(EventId.X) == 1);
    assertThat(reached(Map.of("azure", post.id())).covers(id)).isFalse();
    assertThat(reached(Map.of("azure", post.id(), "all", post.id() - 1)).covers(id)).isFalse();
    XReached beyond = reached(Map.of("azure", post.id(), "all", post.id()));
    assertThat(beyond.covers(id)).isTrue();
    for (int times = 0; times < 2; times++) {
      books.ledger.judge(new Passed(Map.of(EventId.X, beyond), Map.of(), Map.of()));
    }
    assertThat(books.ledger.sums().lost().source()).isEqualTo(1);
  }

  private XReached reached(Map<String, Long> drained) {
    return new XReached(wiring, drained);
  }

  @Test
  void eachSourceHasItsOwnCounts() {
    beginConsole();
    Post post = said("#azure is down");
    await().until(() -> books.ledger.waitingFor(EventId.X) == 1);
    books.read("x:" + post.id() + ":0", PLACE, 1);
    books.scored("x:" + post.id() + ":0", "negative", 0.1, true, PLACE, 1, 1);
    books.posted("x:" + post.id() + ":0", "C1", post.createdAt().toEpochMilli() + 900, 1);
    books.read("slack:T1:C1:1.000001:0", PLACE, 1);
    books.scored("slack:T1:C1:1.000001:0", "neutral", 0.5, false, PLACE, 1, 1);
    List<Measures.Source> sources = List.of(books.of(EventId.SLACK), books.of(EventId.X));
    assertThat(sources)
        .extracting(
            Measures.Source::said,
            Measures.Source::scored,
            Measures.Source::negative,
            Measures.Source::posted)
        .containsExactly(tuple(1L, 1L, 0L, 0L), tuple(1L, 1L, 1L, 1L));
    assertThat(books.of(EventId.X).latency().p50()).isBetween(890L, 910L);
    assertThat(books.ledger.sums().posted()).isEqualTo(1);
  }
}
