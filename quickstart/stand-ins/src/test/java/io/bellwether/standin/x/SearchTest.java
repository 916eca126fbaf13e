package io.bellwether.standin.x;

import static io.bellwether.standin.x.Fixture.ids;
import static io.bellwether.standin.x.Fixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SearchTest {
  private final Fixture fixture = Fixture.defaults();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void nothingIsFoundAsACountOfZeroWithoutData() throws Exception {
    JsonNode answer = fixture.found("query", "azure");
    assertThat(answer).hasToString("{\"meta\":{\"result_count\":0}}");
  }

  @Test
  void postsComeNewestFirstWithOnlyTheDefaultFields() throws Exception {
    Post first = fixture.said("azure is slow");
    Post second = fixture.said("azure is down");
    JsonNode answer = fixture.found("query", "azure");
    assertThat(ids(answer)).containsExactly("" + second.id(), "" + first.id());
    assertThat(answer.at("/data/0").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("id", "text", "edit_history_tweet_ids");
    assertThat(answer.at("/meta/newest_id").asText()).isEqualTo("" + second.id());
    assertThat(answer.at("/meta/oldest_id").asText()).isEqualTo("" + first.id());
    assertThat(second.id()).isGreaterThan(1L << 53);
  }

  @Test
  void pagesGiveEachPostOnceWhileNewOnesArrive() throws Exception {
    List<String> said = new ArrayList<>();
    for (int each = 0; each < 25; each++) {
      said.add(0, "" + fixture.timeline.post(fixture.ana, "azure " + each).id());
    }
    fixture.clock.move(Duration.ofMinutes(1));
    List<String> read = new ArrayList<>();
    JsonNode page = fixture.found("query", "azure");
    String second = page.at("/meta/next_token").asText();
    while (true) {
      read.addAll(ids(page));
      fixture.said("azure meanwhile");
      String next = page.at("/meta/next_token").asText(null);
      if (next == null) {
        break;
      }
      page = fixture.found("query", "azure", "next_token", next);
    }
    assertThat(read).isEqualTo(said);
    assertThat(ids(fixture.found("query", "azure", "pagination_token", second)))
        .as("a token gives the same page whenever it is used")
        .isEqualTo(said.subList(10, 20));
  }

  @Test
  void sinceIdAndUntilIdAreBothExcludedAndCanBeCombined() throws Exception {
    Post first = fixture.said("azure 1");
    Post second = fixture.said("azure 2");
    Post third = fixture.said("azure 3");
    JsonNode between =
        fixture.found("query", "azure", "since_id", "" + first.id(), "until_id", "" + third.id());
    assertThat(ids(between)).containsExactly("" + second.id());
  }

  @Test
  void withoutAnEndThePostsOfTheLastThirtySecondsAreLeftOut() throws Exception {
    Post post = fixture.timeline.post(fixture.ana, "azure");
    fixture.clock.move(Duration.ofSeconds(30));
    assertThat(ids(fixture.found("query", "azure"))).isEmpty();
    fixture.clock.move(Duration.ofSeconds(1));
    assertThat(ids(fixture.found("query", "azure"))).containsExactly("" + post.id());
  }

  @Test
  void aSinceIdOlderThanSevenDaysIsRefusedWithTheSmallestValidOne() throws Exception {
    Post old = fixture.said("azure");
    fixture.clock.move(Duration.ofDays(8));
    HttpResponse<String> answer = fixture.search("query", "azure", "since_id", "" + old.id());
    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode error = json(answer).at("/errors/0");
    long smallest = Snowflake.first(fixture.clock.instant().minus(Duration.ofDays(7)));
    assertThat(error.at("/message").asText())
        .isEqualTo(
            "'since_id' must be a tweet id created after 2023-11-15T22:13Z. Please use a 'since_id'"
                + " that is larger than "
                + smallest);
    assertThat(error.at("/parameters/since_id/0").asText()).isEqualTo("" + old.id());
    assertThat(fixture.search("query", "azure", "since_id", "" + smallest).statusCode())
        .isEqualTo(200);
  }

  @Test
  void idsAndTimesExcludeEachOther() throws Exception {
    Post post = fixture.said("azure");
    HttpResponse<String> answer =
        fixture.search(
            "query", "azure", "since_id", "" + post.id(), "start_time", "2023-11-14T22:13:20Z");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("in conjunction with 'start_time'");
  }

  @Test
  void aTimeOutsideOfSevenDaysAndTenSecondsIsRefused() throws Exception {
    assertThat(fixture.search("query", "a", "start_time", "2023-11-07T22:13:00Z").body())
        .contains("'start_time' must be on or after 2023-11-07T22:13Z");
    assertThat(fixture.search("query", "a", "end_time", "2023-11-14T22:13:15Z").body())
        .contains("'end_time' must be a minimum of 10 seconds prior to the request time");
    assertThat(fixture.search("query", "a", "end_time", "yesterday").statusCode()).isEqualTo(400);
  }

  @Test
  void onlyTheLastVersionOfAnEditedPostIsFound() throws Exception {
    Post first = fixture.said("azure is down");
    Post second = fixture.timeline.edit(first, "azure is up");
    fixture.clock.move(Duration.ofMinutes(1));
    JsonNode answer =
        fixture.found("query", "azure", "tweet.fields", "edit_controls,edit_history_tweet_ids");
    assertThat(ids(answer)).containsExactly("" + second.id());
    assertThat(answer.at("/data/0/edit_history_tweet_ids"))
        .hasToString("[\"" + first.id() + "\",\"" + second.id() + "\"]");
  }

  @Test
  void aLatePostIsFoundBelowTheNewestOneOfAnEarlierAnswer() throws Exception {
    Post late = fixture.timeline.post(Draft.of(fixture.ana, "azure").late(Duration.ofMinutes(5)));
    Post newer = fixture.said("azure");
    assertThat(ids(fixture.found("query", "azure"))).containsExactly("" + newer.id());
    fixture.clock.move(Duration.ofMinutes(5));
    assertThat(ids(fixture.found("query", "azure")))
        .containsExactly("" + newer.id(), "" + late.id());
  }

  @Test
  void aDeletedPostIsGone() throws Exception {
    fixture.timeline.delete(fixture.said("azure"));
    assertThat(ids(fixture.found("query", "azure"))).isEmpty();
  }

  @Test
  void badParametersAreRefusedByName() throws Exception {
    assertThat(fixture.search("query", "azure", "max_results", "5").body())
        .contains("The `max_results` query parameter value [5] is not between 10 and 100");
    assertThat(fixture.search("query", "azure", "tweet.fields", "author").body())
        .contains("The `tweet.fields` query parameter value [author] is not one of [");
    assertThat(fixture.search("query", "azure", "count", "5").body())
        .contains("The query parameter [count] is not one of [");
    assertThat(fixture.search("query", "azure", "next_token", "b26v89").statusCode())
        .isEqualTo(400);
    assertThat(fixture.search("query", "nowhere:here azure").body())
        .contains("Reference to invalid operator 'nowhere'");
    assertThat(fixture.search().statusCode()).isEqualTo(400);
    assertThat(fixture.search("query", "a".repeat(513)).statusCode()).isEqualTo(400);
  }

  @Test
  void byRelevancyTheMostLikedComeFirst() throws Exception {
    List<String> byLikes = new ArrayList<>();
    for (int likes = 0; likes < 15; likes++) {
      Metrics metrics = new Metrics(0, 0, likes, 0, 0, 0);
      Draft draft = Draft.of(fixture.ana, "azure").withMetrics(metrics);
      byLikes.add(0, "" + fixture.timeline.post(draft).id());
    }
    fixture.clock.move(Duration.ofMinutes(1));
    JsonNode first = fixture.found("query", "azure", "sort_order", "relevancy");
    String token = first.at("/meta/next_token").asText();
    JsonNode second =
        fixture.found("query", "azure", "sort_order", "relevancy", "next_token", token);
    List<String> read = new ArrayList<>(ids(first));
    read.addAll(ids(second));
    assertThat(read).isEqualTo(byLikes);
  }
}
