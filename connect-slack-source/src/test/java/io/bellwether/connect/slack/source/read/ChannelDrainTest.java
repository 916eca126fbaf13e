package io.bellwether.connect.slack.source.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.connect.slack.SlackTs;
import io.bellwether.connect.slack.source.api.HistoryPage;
import io.bellwether.connect.slack.source.api.HistoryQuery;
import io.bellwether.connect.slack.source.mapping.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelDrainTest {
  private static final String LATEST = "1800000000.000000";
  private int requests;

  private static List<Said> messages(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(n -> new Said("C1", "1700000000.%06d".formatted(n), Optional.empty()))
        .toList();
  }

  /** A channel that answers as the documents say: both ends inclusive, newest first. */
  private HistoryPage answer(
      List<Said> channel, HistoryQuery query, int pageSize, boolean newestPageFirst) {
    requests++;
    Comparator<Said> byTs = Comparator.comparing(Said::ts, SlackTs.ORDER);
    List<Said> matching =
        channel.stream()
            .filter(said -> SlackTs.ORDER.compare(said.ts(), query.oldest()) >= 0)
            .filter(said -> SlackTs.ORDER.compare(said.ts(), query.latest()) <= 0)
            .sorted(newestPageFirst ? byTs.reversed() : byTs)
            .toList();
    int from = query.cursor().isEmpty() ? 0 : Integer.parseInt(query.cursor());
    int to = Math.min(matching.size(), from + pageSize);
    List<Said> page = new ArrayList<>(matching.subList(from, to));
    page.sort(byTs.reversed());
    return new HistoryPage(page, to < matching.size() ? String.valueOf(to) : "");
  }

  private List<String> drain(int count, int pageSize, int maxPages, boolean newestPageFirst) {
    List<Said> channel = messages(count);
    ChannelDrain drain = new ChannelDrain("C1", LATEST, maxPages);
    TreeSet<String> emitted = new TreeSet<>(SlackTs.ORDER);
    List<String> inOrder = new ArrayList<>();
    String drainedTo = "0";
    while (!drain.isDone()) {
      for (Said said :
          drain.accept(answer(channel, drain.next(drainedTo), pageSize, newestPageFirst))) {
        drainedTo = said.ts();
        if (emitted.add(said.ts())) {
          inOrder.add(said.ts());
        }
      }
    }
    return inOrder;
  }

  @ParameterizedTest
  @CsvSource({"0,10,3", "1,10,3", "10,10,3", "11,10,3", "100,10,3", "101,7,2", "1000,10,20"})
  void everyMessageComesOnceAndOldestFirst(int count, int pageSize, int maxPages) {
    List<String> expected = messages(count).stream().map(Said::ts).toList();
    assertThat(drain(count, pageSize, maxPages, true)).isEqualTo(expected);
    assertThat(drain(count, pageSize, maxPages, false)).isEqualTo(expected);
  }

  @Test
  void aLongStretchCostsAboutTwoReadingsOfEachPage() {
    drain(10_000, 100, 20, true);
    assertThat(requests).isBetween(100, 240);
  }

  @Test
  void catchingUpEndsAlthoughPeopleGoOnTalking() {
    List<Said> channel = new ArrayList<>(messages(6_000));
    ChannelDrain drain = new ChannelDrain("C1", LATEST, 20);
    String drainedTo = "0";
    while (!drain.isDone()) {
      if (requests % 10 == 0) {
        channel.add(new Said("C1", "1700000100.%06d".formatted(requests), Optional.empty()));
      }
      for (Said said : drain.accept(answer(channel, drain.next(drainedTo), 200, true))) {
        drainedTo = said.ts();
      }
      assertThat(requests).isLessThan(100);
    }
    assertThat(drain.wasCut()).as("what came meanwhile is read next").isTrue();
    assertThat(SlackTs.ORDER.compare(drainedTo, "1700000000.006000")).isNotNegative();
  }

  @Test
  void aStretchBegunAgainLosesNothing() {
    List<Said> channel = messages(25);
    ChannelDrain drain = new ChannelDrain("C1", LATEST, 20);
    drain.accept(answer(channel, drain.next("0"), 10, true));
    drain.restart();
    List<Said> got = new ArrayList<>();
    while (!drain.isDone()) {
      got.addAll(drain.accept(answer(channel, drain.next("0"), 10, true)));
    }
    assertThat(got).hasSize(25);
  }
}
