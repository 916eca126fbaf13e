package io.bellwether.quickstart.page.trips;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TripsBookTest {
  private final TripsBook book = new TripsBook();

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text.replace('\'', '"'));
  }

  private void counted(long rows, long trips) throws Exception {
    book.take(
        "trip-statistics",
        json("{'statistic':'trips','sequence':%d,'trips':%d}".formatted(rows, trips)));
  }

  private void alert(String id) throws Exception {
    book.take(
        "trip-alerts",
        json("{'event_id':'" + id + "','kind':'bike','at':'2016-07-19T17:00:00Z','text':'Gone'}"));
  }

  @Test
  void everyRecordIsARowAlsoOneThatIsNoJson() throws Exception {
    book.take("trips", json("{'RouteID':'1'}"));
    book.take("trips", MissingNode.getInstance());
    counted(1, 0);
    assertThat(book.all(0).counts()).isEqualTo(new TripsMeasures.Counts(2, 1, 0, 0, 0, 0));
  }

  @Test
  void anOlderRecordOfAStatisticChangesNothing() throws Exception {
    counted(10, 9);
    counted(4, 4);
    assertThat(book.all(0).counts().trips()).isEqualTo(9);
    assertThat(book.all(0).statistics().get("trips").path("sequence").asInt()).isEqualTo(10);
  }

  @Test
  void whatHasChangedIsToldOnceAndEverythingToThoseWhoBegin() throws Exception {
    counted(10, 9);
    alert("a");
    assertThat(book.changes(0).statistics()).containsOnlyKeys("trips");
    TripsMeasures.Now quiet = book.changes(0);
    assertThat(quiet.statistics()).isEmpty();
    assertThat(quiet.alerts()).isEmpty();
    assertThat(book.all(0).statistics()).containsOnlyKeys("trips");
    assertThat(book.all(0).alerts()).hasSize(1);
  }

  @Test
  void anAlertCountsOnceHoweverOftenItIsWrittenPostedOrDead() throws Exception {
    for (int n = 0; n < 2; n++) {
      alert("a");
      alert("b");
      book.posted("a");
      book.take("trip-alerts-dead-letters", json("{'event_id':'b'}"));
      book.take("trip-alerts-dead-letters", MissingNode.getInstance());
    }
    assertThat(book.all(0).counts()).isEqualTo(new TripsMeasures.Counts(0, 0, 0, 2, 1, 1));
    assertThat(book.all(0).alerts()).extracting(TripsMeasures.Alert::id).containsExactly("a", "b");
  }

  @Test
  void ofManyAlertsTheLatestAreKept() throws Exception {
    for (int n : IntStream.range(0, 70).toArray()) {
      alert("alert-" + n);
    }
    assertThat(book.changes(0).alerts()).hasSize(50).last().extracting("id").isEqualTo("alert-69");
    assertThat(book.all(0).counts().alerts()).isEqualTo(70);
  }
}
