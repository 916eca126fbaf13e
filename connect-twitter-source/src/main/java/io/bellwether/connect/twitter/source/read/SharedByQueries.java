package io.bellwether.connect.twitter.source.read;

import io.bellwether.connect.feedback.FeedbackRecords;
import io.bellwether.connect.gaps.Gaps;
import io.bellwether.connect.poll.Lane;
import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.twitter.source.api.SearchAnswer;
import io.bellwether.connect.twitter.source.api.SearchQuery;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the queries of a task share. */
record SharedByQueries(
    Function<SearchQuery, Outcome<SearchAnswer>> search,
    Lane lane,
    Pace pace,
    Spending spending,
    Emitted emitted,
    FeedbackRecords records,
    Gaps gaps) {

  /**
   * How queries are read.
   *
   * @param settle posts younger than this may still come into X's index out of order
   * @param interval between two drains
   */
  record Pace(int pageSize, Duration settle, Supplier<Duration> interval) {}
}
