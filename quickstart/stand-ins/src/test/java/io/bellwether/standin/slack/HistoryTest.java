package io.bellwether.standin.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import io.bellwether.standin.TickableClock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private final Fixture fixture = Fixture.unlimited();

  @AfterEach
  void stop() {
    fixture.close();
  }

  /** What was posted, oldest first: "0" ... "n-1", after the app's own join. */
  private List<Message> post(int count) {
    return IntStream.range(0, count).mapToObj(n -> fixture.say("m" + n)).toList();
  }

  private ConversationsHistoryResponse page(Fixture from, String oldest, String cursor, int limit)
      throws Exception {
    return from.sdk
        .with(from.app.botToken())
        .conversationsHistory(
            r -> r.channel(from.channel.id()).oldest(oldest).cursor(cursor).limit(limit));
  }

  private List<List<String>> pages(Fixture from, String oldest, int limit) throws Exception {
    List<List<String>> pages = new ArrayList<>();
    String cursor = null;
    do {
      ConversationsHistoryResponse answer = page(from, oldest, cursor, limit);
      assertThat(answer.isOk()).isTrue();
      pages.add(answer.getMessages().stream().map(message -> message.getTs()).toList());
      cursor = answer.isHasMore() ? answer.getResponseMetadata().getNextCursor() : null;
    } while (cursor != null);
    return pages;
  }

  @Test
  void pagesHoldEachMessageOnceNewestFirst() throws Exception {
    post(249);
    List<List<String>> pages = pages(fixture, null, 100);
    assertThat(pages).extracting(List::size).containsExactly(100, 100, 50);
    List<String> all = pages.stream().flatMap(List::stream).toList();
    assertThat(all)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo(Collections.reverseOrder())
        .hasSize(250);
  }

  @Test
  void aFullLastPageHasNoNextOne() throws Exception {
    post(199);
    assertThat(pages(fixture, null, 100)).extracting(List::size).containsExactly(100, 100);
  }

  @Test
  void whatArrivesBetweenPagesDoesNotShiftThem() throws Exception {
    post(9);
    ConversationsHistoryResponse first = page(fixture, null, null, 5);
    post(3);
    ConversationsHistoryResponse second =
        page(fixture, null, first.getResponseMetadata().getNextCursor(), 5);
    assertThat(second.getMessages()).hasSize(5);
    assertThat(second.getMessages().get(4).getSubtype()).isEqualTo("channel_join");
  }

  @Test
  void theDefaultPageHas100AndTheLargest999() throws Exception {
    post(1_100);
    assertThat(page(fixture, null, null, 0).getMessages()).hasSize(100);
    assertThat(page(fixture, null, null, 5_000).getMessages()).hasSize(999);
  }

  @Test
  void boundsAreOpenUnlessInclusive() throws Exception {
    List<Message> posted = post(5);
    assertThat(between(posted, 1, 3, false)).containsExactly("m2");
    assertThat(between(posted, 1, 3, true)).containsExactly("m3", "m2", "m1");
    assertThat(between(posted, 2, 2, true)).containsExactly("m2");
    assertThat(between(posted, 2, 2, false)).isEmpty();
  }

  private List<String> between(List<Message> posted, int from, int to, boolean inclusive)
      throws Exception {
    return fixture
        .sdk
        .with(fixture.app.botToken())
        .conversationsHistory(
            r ->
                r.channel(fixture.channel.id())
                    .oldest(posted.get(from).ts())
                    .latest(posted.get(to).ts())
                    .inclusive(inclusive))
        .getMessages()
        .stream()
        .map(message -> message.getText())
        .toList();
  }

  @Test
  void pagesMayAnchorAtTheOldestEndAndStillHoldEachMessageOnce() throws Exception {
    Options options = Options.defaults().withRateLimits(false).withOldestFirst(true);
    try (Fixture other = new Fixture(options)) {
      IntStream.range(0, 25).forEach(n -> other.say("m" + n));
      List<List<String>> pages = pages(other, "0", 10);
      assertThat(pages).extracting(List::size).containsExactly(10, 10, 6);
      assertThat(pages.stream().flatMap(List::stream)).doesNotHaveDuplicates();
      assertThat(pages.get(0)).isSortedAccordingTo(Collections.reverseOrder());
      assertThat(pages.get(0).get(0)).isLessThan(pages.get(1).get(9));
    }
  }

  @Test
  void badArgumentsGetSlacksWords() throws Exception {
    String token = fixture.app.botToken();
    String channel = fixture.channel.id();
    assertThat(error(token, "channel", channel, "cursor", "nonsense")).contains("invalid_cursor");
    assertThat(error(token, "channel", channel, "oldest", "soon")).contains("invalid_ts_oldest");
    assertThat(error(token, "channel", channel, "latest", "-1")).contains("invalid_ts_latest");
    assertThat(error(token, "channel", channel, "limit", "some")).contains("invalid_limit");
    assertThat(error(token)).contains("invalid_arguments");
    assertThat(error(token, "channel", "C404")).contains("channel_not_found");
    assertThat(error(token, "channel", "feedback")).contains("channel_not_found");
    assertThat(error(token, "channel", channel, "oldest", "0", "limit", "15")).isEmpty();
  }

  private Optional<String> error(String token, String... arguments) throws Exception {
    return Optional.ofNullable(fixture.http.error("conversations.history", token, arguments));
  }

  @Test
  void tsGrowsEvenWhenTheClockStands() {
    Options options = Options.defaults().withClock(new TickableClock());
    try (Fixture still = new Fixture(options)) {
      List<String> seen = IntStream.range(0, 50).mapToObj(n -> still.say("m").ts()).toList();
      assertThat(seen).doesNotHaveDuplicates().isSorted();
      assertThat(seen.get(0)).matches("1700000000\\.\\d{6}");
    }
  }
}
